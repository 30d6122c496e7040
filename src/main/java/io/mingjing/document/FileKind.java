package io.mingjing.document;

import io.mingjing.shared.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/** The kinds of file that a case file takes. What a file is decides its content; its name must not say otherwise. */
enum FileKind {
    PDF("application/pdf", Set.of("pdf")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx")),
    PNG("image/png", Set.of("png")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg")),
    TIFF("image/tiff", Set.of("tif", "tiff"));

    private static final Detector DETECTOR = new DefaultDetector();
    private static final Set<String> ZIPS =
            Set.of("application/zip", "application/x-tika-ooxml", "application/x-tika-ooxml-protected");
    private static final String WORD_MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final int CONTENT_TYPES_MAX = 1024 * 1024;

    private final String mediaType;
    private final Set<String> extensions;

    FileKind(String mediaType, Set<String> extensions) {
        this.mediaType = mediaType;
        this.extensions = extensions;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a browser may show it inside a sandbox. */
    static boolean showable(String mediaType) {
        return mediaType.equals(PDF.mediaType) || mediaType.equals(PNG.mediaType) || mediaType.equals(JPEG.mediaType);
    }

    /**
     * The kind of this content, provided that the name agrees.
     *
     * @throws Refusal {@code FILE_TYPE} for a name of another kind, {@code FILE_MISMATCH} where the content is not what
     *     the name says, {@code FILE_MACROS} for a document that carries programs
     */
    static FileKind of(Path content, String fileName) {
        FileKind named = named(fileName);
        if (named == null) {
            throw Refusal.invalid("FILE_TYPE", fileName);
        }
        if (found(content, fileName) != named) {
            throw Refusal.invalid("FILE_MISMATCH", fileName);
        }
        return named;
    }

    private static @Nullable FileKind named(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (kind.extensions.contains(extension)) {
                return kind;
            }
        }
        return null;
    }

    private static @Nullable FileKind found(Path content, String fileName) {
        String type;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
            type = DETECTOR.detect(in, new Metadata()).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (ZIPS.contains(type)) {
            return wordDocument(content, fileName) ? DOCX : null;
        }
        for (FileKind kind : values()) {
            if (kind.mediaType.equals(type)) {
                return kind;
            }
        }
        return null;
    }

    private static boolean wordDocument(Path content, String fileName) {
        try (ZipFile zip = new ZipFile(content.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            if (types == null || zip.getEntry("word/document.xml") == null) {
                return false;
            }
            String declared;
            try (InputStream in = zip.getInputStream(types)) {
                declared = new String(in.readNBytes(CONTENT_TYPES_MAX), StandardCharsets.UTF_8);
            }
            boolean macros = declared.contains("macroEnabled")
                    || declared.contains("vnd.ms-office.vbaProject")
                    || zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
            if (macros) {
                throw Refusal.invalid("FILE_MACROS", fileName);
            }
            return declared.contains(WORD_MAIN);
        } catch (IOException e) {
            return false; // not a readable zip, so not a document
        }
    }
}
