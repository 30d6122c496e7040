package io.mingjing.document.web;

import io.mingjing.document.OpenedFile;
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
final class FileAnswers {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String SANDBOX =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; sandbox";

    private FileAnswers() {}

    /** @param inline whether the reader would rather look than keep */
    static ResponseEntity<Resource> send(OpenedFile file, boolean inline) {
        ContentDisposition.Builder disposition =
                inline && file.showable() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return answer(disposition, file.fileName(), file.mediaType())
                .eTag('"' + file.sha256() + '"')
                .contentLength(file.size())
                .body(new FileSystemResource(file.path()));
    }

    static ResponseEntity<Resource> sendDocx(byte[] content, String fileName) {
        return answer(ContentDisposition.attachment(), fileName, DOCX)
                .contentLength(content.length)
                .body(new ByteArrayResource(content));
    }

    private static ResponseEntity.BodyBuilder answer(
            ContentDisposition.Builder disposition, String fileName, String mediaType) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SANDBOX)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(mediaType));
    }
}
