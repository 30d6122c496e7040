package io.mingjing.portal;

import io.mingjing.identity.DemoPeople;
import io.mingjing.portal.Questions.Step;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** An application as somebody writes it on the portal. */
final class PortalCase {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private PortalCase() {}

    /** An address from which nobody else has come. */
    static String address() {
        int next = ADDRESSES.incrementAndGet();
        return "2001:db8::" + Integer.toHexString(next) + ":"
                + ProcessHandle.current().pid();
    }

    /** Answers to all questions: 柳青禾 against a penalty of the housing bureau. */
    static Map<String, String> answers() {
        Map<String, String> answers = new HashMap<>();
        answers.put("applicantKind", "PERSON");
        answers.put("applicantName", "柳青禾");
        answers.put("applicantIdNumber", "21010219800101123x");
        answers.put("applicantPhone", "13900005678");
        answers.put("applicantAddress", "盛阳市和安区槐荫路20号");
        answers.put("respondentOrgan", DemoPeople.HOUSING);
        answers.put("actKind", "PENALTY");
        answers.put("actName", "住建罚字〔2026〕9号行政处罚决定");
        answers.put("knownOn", "2026-02-20");
        answers.put("knownHow", "DIRECT");
        answers.put("requests", "请求撤销该处罚决定。");
        answers.put("reasons", "处罚前没有告知，也没有听取意见。");
        return answers;
    }

    /** Writes a draft with these answers and answers its code. */
    static String draft(ApplicationContext context, Map<String, String> answers) {
        Drafts drafts = context.getBean(Drafts.class);
        String code = drafts.begin(address());
        for (Step step : Step.values()) {
            drafts.save(code, step, answers);
        }
        return code;
    }

    /** Sends such a draft with one paper and answers the receipt. */
    static Applications.Receipt sent(ApplicationContext context, Map<String, String> answers) {
        String code = draft(context, answers);
        attach(context, code);
        Applications applications = context.getBean(Applications.class);
        applications.send(code);
        return applications.receipt(code).orElseThrow();
    }

    static void attach(ApplicationContext context, String code) {
        context.getBean(Drafts.class).addFile(code, "IDENTITY", "身份证.pdf", new ByteArrayInputStream(pdf()), address());
    }

    static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
    }
}
