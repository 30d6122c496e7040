package io.mingjing.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A seal that is none: in the demonstration it writes in red under the letter that no seal is there. */
@Component
@ConditionalOnProperty("mingjing.demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoSeal implements SealPort {

    private static final String RED = "C00000";
    private static final int CERTIFICATE_LENGTH = 8;

    @Override
    public String name() {
        return "演示印章";
    }

    @Override
    public boolean placeholder() {
        return true;
    }

    @Override
    public Sealed seal(Request request) {
        try (XWPFDocument letter = new XWPFDocument(new ByteArrayInputStream(request.docx()));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XWPFParagraph mark = letter.createParagraph();
            mark.setAlignment(ParagraphAlignment.RIGHT);
            XWPFRun run = mark.createRun();
            run.setBold(true);
            run.setColor(RED);
            run.setText("〔演示印章：" + request.seal() + "　仅供演示，没有法律效力〕");
            letter.write(bytes);
            String certificate = "DEMO-"
                    + request.letterId()
                            .substring(request.letterId().length() - CERTIFICATE_LENGTH)
                            .toUpperCase(Locale.ROOT);
            return new Sealed(StableZip.repack(bytes.toByteArray()), FileKind.DOCX.mediaType(), certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
