package io.mingjing.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.identity.DemoPeople;
import io.mingjing.review.web.RunningSheet.Line;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The workbook of running cases, and its page. */
@IntegrationTest
class RunningSheetIT {

    @Autowired
    private RunningSheet sheet;

    @LocalServerPort
    private int port;

    @Test
    void aFilledTemplateIsReadLineByLine() throws Exception {
        List<Line> lines = sheet.read(new ByteArrayInputStream(filled(
                Map.of("receivedOn", "2026-01-30", "applicant", "张三", "actKind", "行政处罚", "acceptedOn", "2026/02/04"),
                Map.of("receivedOn", "一月三十日", "applicant", "李四"),
                Map.of("receivedOn", "2026-01-30", "actKind", "不存在的案由"))));

        assertThat(lines).extracting(Line::wrong).containsExactly(null, "receivedOn", "actKind");
        assertThat(Objects.requireNonNull(lines.get(0).row())).satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.actKind()).isEqualTo("PENALTY");
            assertThat(row.acceptedOn()).isEqualTo(LocalDate.of(2026, 2, 4));
        });
    }

    @Test
    void anEmptyTemplateAndAnotherFileAreRefused() {
        refused("IMPORT_EMPTY", sheet.template());
        refused("IMPORT_NOT_READABLE", "收到日期,申请人".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void thePageIsTheHeadsAlone() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn("unit-head", DemoPeople.PASSWORD);
        assertThat(visitor.get("/review/import").body()).contains("/review/import/template.xlsx");
        Visitor clerk = new Visitor(port);
        clerk.signIn("intake-clerk", DemoPeople.PASSWORD);
        assertThat(clerk.get("/review/import").statusCode()).isEqualTo(403);
    }

    private void refused(String code, byte[] file) {
        assertThatThrownBy(() -> sheet.read(new ByteArrayInputStream(file)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @SafeVarargs
    private byte[] filled(Map<String, String>... lines) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet.template()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < lines.length; i++) {
                var row = book.getSheetAt(0).createRow(i + 1);
                lines[i].forEach((column, value) ->
                        row.createCell(RunningSheet.COLUMNS.indexOf(column)).setCellValue(value));
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
