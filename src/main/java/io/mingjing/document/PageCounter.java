package io.mingjing.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the pages of what a file holds; empty where the machine cannot tell. */
@Component
@Transactional(readOnly = true)
public class PageCounter {

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![a-zA-Z])");

    private final LetterBook letters;
    private final AttachmentMapper attachments;
    private final FileStore files;

    PageCounter(LetterBook letters, AttachmentMapper attachments, FileStore files) {
        this.letters = letters;
        this.attachments = attachments;
        this.files = files;
    }

    /** Pages of an issued letter, by its PDF. */
    public Optional<Integer> ofLetter(String letterId) {
        return Optional.ofNullable(letters.get(letterId).pdfSha256()).flatMap(this::pdf);
    }

    /** Pages of a file handed in: a picture is one page. */
    public Optional<Integer> ofAttachment(String attachmentId) {
        return attachments.find(attachmentId).flatMap(file -> {
            if (file.mediaType().startsWith("image/")) {
                return Optional.of(1);
            }
            return file.mediaType().equals(FileKind.PDF.mediaType()) ? pdf(file.sha256()) : Optional.empty();
        });
    }

    private Optional<Integer> pdf(String sha256) {
        try {
            String content = Files.readString(files.verified(sha256), StandardCharsets.ISO_8859_1);
            int pages = (int) PAGE.matcher(content).results().count();
            return pages == 0 ? Optional.empty() : Optional.of(pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
