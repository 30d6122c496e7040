package io.mingjing.document;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends files so that a browser keeps its hands off them: a download, or what is safe to look at inside a sandbox. */
public final class FileAnswers {

    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String NOTHING =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";
    private static final String SANDBOX = NOTHING + "; sandbox";

    // Browsers do not start their PDF viewer inside a sandbox; the viewer itself keeps the file away from our pages.
    private static final String VIEWER = NOTHING + "; object-src 'self'";

    private FileAnswers() {}

    /** @param inline whether the reader would rather look than keep */
    public static ResponseEntity<Resource> send(OpenedFile file, boolean inline) {
        boolean shown = inline && file.showable();
        ContentDisposition.Builder disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
        String policy = shown && file.mediaType().equals(MediaType.APPLICATION_PDF_VALUE) ? VIEWER : SANDBOX;
        return answer(disposition, file.fileName(), file.mediaType(), policy)
                .eTag('"' + file.sha256() + '"')
                .contentLength(file.size())
                .body(new FileSystemResource(file.path()));
    }

    public static ResponseEntity<Resource> sendDocx(byte[] content, String fileName) {
        return answer(ContentDisposition.attachment(), fileName, DOCX, SANDBOX)
                .contentLength(content.length)
                .body(new ByteArrayResource(content));
    }

    private static ResponseEntity.BodyBuilder answer(
            ContentDisposition.Builder disposition, String fileName, String mediaType, String policy) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(mediaType));
    }
}
