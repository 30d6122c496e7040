package io.mingjing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.shared.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindTest {

    @TempDir
    Path folder;

    @Test
    void whatTheNameSaysIsTakenWhenTheContentAgrees() throws IOException {
        assertThat(FileKind.of(file(SampleFiles.pdf()), "答复书.PDF")).isEqualTo(FileKind.PDF);
        assertThat(FileKind.of(file(SampleFiles.png()), "照片.png")).isEqualTo(FileKind.PNG);
        assertThat(FileKind.of(file(SampleFiles.jpeg()), "照片.jpeg")).isEqualTo(FileKind.JPEG);
        assertThat(FileKind.of(file(SampleFiles.docx(false)), "答复书.docx")).isEqualTo(FileKind.DOCX);
    }

    @Test
    void aProgramCalledPdfIsRefused() throws IOException {
        Path program = file(SampleFiles.program());
        assertRefused("FILE_MISMATCH", program, "答复书.pdf");
        assertRefused("FILE_TYPE", program, "答复书.exe");
    }

    @Test
    void aZipOrAPictureIsNoDocument() throws IOException {
        assertRefused("FILE_MISMATCH", file(SampleFiles.zip()), "材料.docx");
        assertRefused("FILE_MISMATCH", file(SampleFiles.png()), "照片.jpg");
    }

    @Test
    void aDocumentWithMacrosIsRefused() throws IOException {
        assertRefused("FILE_MACROS", file(SampleFiles.docx(true)), "答复书.docx");
    }

    @Test
    void aNameWithoutExtensionIsRefused() throws IOException {
        assertRefused("FILE_TYPE", file(SampleFiles.pdf()), "答复书");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "f", ""), content);
    }

    private static void assertRefused(String code, Path content, String name) {
        assertThatThrownBy(() -> FileKind.of(content, name))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
