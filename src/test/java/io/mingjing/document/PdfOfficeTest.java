package io.mingjing.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PdfOfficeTest {

    @Test
    void withoutAnOfficeThereIsNoPdf() {
        PdfOffice office = new PdfOffice(new OfficeSettings("none"));
        assertThat(office.available()).isFalse();
        assertThat(office.convert(new byte[0])).isEmpty();
    }

    @Test
    void aFolderThatHoldsNoOfficeStopsTheStart() {
        assertThatThrownBy(() -> new PdfOffice(new OfficeSettings("/nowhere")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/nowhere");
    }

    @Test
    void theOfficeThatIsFoundMakesAPdf() throws Exception {
        PdfOffice office = new PdfOffice(new OfficeSettings(""));
        assumeThat(office.available()).as("LibreOffice is installed").isTrue();
        try {
            byte[] receipt = new LetterPrinter()
                    .printServiceReceipt(Map.of(
                            "issuer", "沈阳市和平区人民政府",
                            "title", "行政复议决定书",
                            "number", "沈和政复决〔2026〕12号",
                            "recipient", "沈阳盛和餐饮管理有限公司",
                            "methods", "□直接 □留置 □电子 □邮寄 □委托 □公告",
                            "signedOn", "　　年　月　日",
                            "actedOn", "　　年　月　日",
                            "note", ""));
            assertThat(office.convert(receipt).orElseThrow()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        } finally {
            office.destroy();
        }
    }
}
