package io.mingjing.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.springframework.stereotype.Component;

/** Prints papers of a file as Word documents in the style of the letters: A4, title in small standard Song, body in FangSong. */
@Component
public class PaperPrinter {

    private static final int TEXT_WIDTH = 8844; // twentieths of a point between the margins of A4
    private static final int LABEL_PERCENT = 30;

    /** The paper as a Word document. */
    public byte[] print(Paper paper) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            page(document);
            line(document.createParagraph(), paper.title(), "方正小标宋简体", 22, ParagraphAlignment.CENTER);
            String subtitle = paper.subtitle();
            if (subtitle != null) {
                line(document.createParagraph(), subtitle, "仿宋_GB2312", 16, ParagraphAlignment.CENTER);
            }
            line(document.createParagraph(), "", "仿宋_GB2312", 14, ParagraphAlignment.LEFT);
            if (!paper.facts().isEmpty()) {
                facts(document, paper.facts());
            }
            Paper.Table table = paper.table();
            if (table != null) {
                table(document, table);
            }
            for (String text : paper.lines()) {
                line(document.createParagraph(), text, "仿宋_GB2312", 14, ParagraphAlignment.LEFT);
            }
            document.write(out);
            return StableZip.repack(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(2098));
        margin.setBottom(BigInteger.valueOf(1984));
        margin.setLeft(BigInteger.valueOf(1588));
        margin.setRight(BigInteger.valueOf(1474));
    }

    private static void facts(XWPFDocument document, List<Paper.Fact> facts) {
        XWPFTable table = sized(document.createTable(facts.size(), 2));
        for (int i = 0; i < facts.size(); i++) {
            cell(table.getRow(i).getCell(0), facts.get(i).label(), LABEL_PERCENT, true);
            cell(table.getRow(i).getCell(1), facts.get(i).value(), 100 - LABEL_PERCENT, false);
        }
    }

    private static void table(XWPFDocument document, Paper.Table content) {
        XWPFTable table = sized(
                document.createTable(content.rows().size() + 1, content.head().size()));
        for (int column = 0; column < content.head().size(); column++) {
            int width = content.widths().get(column);
            cell(table.getRow(0).getCell(column), content.head().get(column), width, true);
            for (int row = 0; row < content.rows().size(); row++) {
                cell(
                        table.getRow(row + 1).getCell(column),
                        content.rows().get(row).get(column),
                        width,
                        false);
            }
        }
        table.getRow(0).setRepeatHeader(true);
    }

    private static XWPFTable sized(XWPFTable table) {
        table.setWidth(String.valueOf(TEXT_WIDTH));
        table.setCellMargins(60, 100, 60, 100);
        return table;
    }

    private static void cell(XWPFTableCell cell, String text, int percent, boolean head) {
        cell.setWidth(String.valueOf(TEXT_WIDTH * percent / 100));
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        List<String> parts = text.lines().toList();
        for (int i = 0; i < Math.max(1, parts.size()); i++) {
            XWPFParagraph paragraph = i == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
            line(
                    paragraph,
                    parts.isEmpty() ? "" : parts.get(i),
                    head ? "黑体" : "仿宋_GB2312",
                    12,
                    head ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
        }
    }

    private static void line(
            XWPFParagraph paragraph, String text, String font, int points, ParagraphAlignment alignment) {
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(0);
        XWPFRun run = paragraph.createRun();
        run.setFontFamily("Times New Roman");
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(points);
        run.setText(text);
    }
}
