package io.mingjing.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "答复书（正本）.pdf, 答复书（正本）.pdf",
        "C:\\fakepath\\答复书.pdf, 答复书.pdf",
        "../../etc/passwd, passwd",
        "'a<b>:\"|?*.docx', a_b______.docx",
        "'  .pdf', 未命名.pdf",
        "con.pdf, _con.pdf",
        "𠮷野.png, 𠮷野.png",
    })
    void namesAreMadeHarmlessAndChineseStays(String given, String kept) {
        assertThat(FileNames.clean(given)).isEqualTo(kept);
    }

    @Test
    void directionMarksThatWouldHideAnExtensionAreTakenOut() {
        assertThat(FileNames.clean("答复\u202Efdp.exe")).isEqualTo("答复fdp.exe");
        assertThat(FileNames.clean("a\u0000b\n.pdf")).isEqualTo("ab.pdf");
    }

    @Test
    void longNamesAreCutAndKeepTheirExtension() {
        String name = FileNames.clean("书".repeat(300) + ".docx");
        assertThat(name).hasSize(120).endsWith("书.docx");
    }
}
