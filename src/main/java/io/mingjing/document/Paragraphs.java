package io.mingjing.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/**
 * Text of several paragraphs stands in one tag of the template, so that the template stays plain; here its paragraph is
 * divided, each part keeping the form of the whole.
 */
final class Paragraphs {

    /** Divides paragraphs inside a value. */
    static final char SEPARATOR = '\u2029';

    private Paragraphs() {}

    static void split(XWPFDocument document) {
        split(document.getDocument().getBody().getPList());
        for (XWPFTable table : document.getTables()) {
            for (XWPFTableRow row : table.getRows()) {
                for (XWPFTableCell cell : row.getTableCells()) {
                    split(cell.getCTTc().getPList());
                }
            }
        }
    }

    private static void split(List<CTP> paragraphs) {
        for (CTP paragraph : new ArrayList<>(paragraphs)) {
            split(paragraph);
        }
    }

    private static void split(CTP paragraph) {
        for (CTR run : paragraph.getRList()) {
            for (CTText text : run.getTList()) {
                String value = text.getStringValue();
                int at = value.indexOf(SEPARATOR);
                if (at >= 0) {
                    copyBefore(paragraph, value.substring(0, at), run, text);
                    text.setStringValue(value.substring(at + 1));
                    dropBefore(paragraph, run);
                    split(paragraph);
                    return;
                }
            }
        }
    }

    /** Puts a copy in front that ends with the first part. */
    private static void copyBefore(CTP paragraph, String first, CTR run, CTText text) {
        int runIndex = paragraph.getRList().indexOf(run);
        int textIndex = run.getTList().indexOf(text);
        XmlCursor source = paragraph.newCursor();
        XmlCursor target = paragraph.newCursor();
        try {
            source.copyXml(target);
            if (!target.toPrevSibling() || !(target.getObject() instanceof CTP copy)) {
                throw new IllegalStateException("a paragraph could not be copied");
            }
            copy.getRArray(runIndex).getTArray(textIndex).setStringValue(first);
            while (copy.sizeOfRArray() > runIndex + 1) {
                copy.removeR(runIndex + 1);
            }
        } finally {
            target.dispose();
            source.dispose();
        }
    }

    private static void dropBefore(CTP paragraph, CTR run) {
        while (paragraph.getRArray(0) != run) {
            paragraph.removeR(0);
        }
    }
}
