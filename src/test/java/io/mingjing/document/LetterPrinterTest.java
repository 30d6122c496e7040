package io.mingjing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetterPrinterTest {

    private final LetterPrinter printer = new LetterPrinter();

    static java.util.stream.Stream<LetterType> types() throws IOException {
        return new LetterTypes().all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyLetterIsPrintedWhole(LetterType type) throws IOException {
        Map<String, String> texts = LetterTexts.of(type, Samples.fields(type.code()));
        texts.put("number", "沈和政复" + type.numberWord() + "〔2026〕12号");
        texts.put("issuedOn", "2026年3月9日");
        texts.put("approver", "赵国强");
        texts.put("issuer", type.issuer() == Issuer.ORGAN ? "沈阳市和平区人民政府" : "沈阳市和平区司法局");

        byte[] docx = printer.print(type, texts);

        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters", type.code() + ".docx"), docx);
        String text = text(docx);
        assertThat(text).contains("〔2026〕12号", "2026年3月9日").doesNotContain("{{", "}}", "\u2029");
        assertThat(printer.print(type, texts)).isEqualTo(docx);
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor.getText();
        }
    }
}
