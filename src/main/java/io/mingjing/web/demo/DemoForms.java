package io.mingjing.web.demo;

import io.mingjing.review.Condition;
import io.mingjing.review.RefusalGround;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the people of the demo city write into the forms. All names and facts are invented. */
final class DemoForms {

    private DemoForms() {}

    static Map<String, Object> application(
            LocalDate receivedOn,
            boolean organisation,
            String applicant,
            String respondentId,
            String actName,
            String why) {
        Map<String, Object> values = new HashMap<>();
        values.put("receivedOn", receivedOn);
        values.put("channel", "COUNTER");
        values.put("applicantKind", organisation ? "ORGANISATION" : "PERSON");
        values.put("applicantName", applicant);
        if (organisation) {
            values.put("representative", "赵明远");
        }
        values.put("applicantPhone", "13900001234");
        values.put("applicantAddress", "盛阳市和安区槐荫路18号");
        values.put("respondentOrgan", respondentId);
        values.put("actKind", "PENALTY");
        values.put("actName", actName);
        values.put("actMadeOn", receivedOn.minusDays(20));
        values.put("knownOn", receivedOn.minusDays(18));
        values.put("requests", "请求撤销" + actName + "。");
        values.put("reasons", why);
        return values;
    }

    static Map<String, Object> accept(String matter) {
        Map<String, Object> values = new HashMap<>();
        for (Condition condition : Condition.values()) {
            values.put(condition.field(), "YES");
        }
        values.put("acceptance", "ACCEPT");
        values.put("matter", matter);
        values.put("contact", "周启航 024-0000018");
        values.put("reviewOpinion", "符合受理条件，建议受理。");
        return values;
    }

    static Map<String, Object> askForCorrection(String items) {
        return Map.of(
                Condition.PARTIES.field(),
                "YES",
                Condition.INTEREST.field(),
                "YES",
                "acceptance",
                "CORRECT",
                "matter",
                "对行政处罚不服",
                "contact",
                "周启航 024-0000018",
                "correctionItems",
                items);
    }

    static Map<String, Object> refuse(RefusalGround ground, String reason) {
        return Map.of(
                Condition.PARTIES.field(),
                "YES",
                ground.condition().field(),
                "NO",
                ground.condition().reasonField(),
                reason,
                "acceptance",
                "REFUSE",
                "matter",
                "对信访事项处理意见不服",
                "refusalGround",
                ground.name(),
                "refusalReason",
                reason);
    }

    static Map<String, Object> approve() {
        return Map.of("result", "APPROVE", "opinion", "同意。");
    }

    static Map<String, Object> approveAcceptance(LocalDate on) {
        return Map.of("result", "APPROVE", "opinion", "同意受理。", "acceptedOn", on);
    }

    static Map<String, Object> approveDecision() {
        return Map.of("result", "APPROVE", "opinion", "同意。", "approvalForm", "ORGAN_HEAD");
    }

    static Map<String, Object> sendBack(String why) {
        return Map.of("result", "RETURN", "opinion", why);
    }

    static Map<String, Object> issue() {
        return Map.of("copies", 4, "sealKeeper", "何静怡");
    }

    static Map<String, Object> served() {
        return Map.of();
    }

    static Map<String, Object> reply() {
        return Map.of(
                "replyText", "本机关作出的行政处罚事实清楚、程序合法，请求维持。",
                "legalBasis", "《物业管理条例》有关规定。",
                "evidenceList", "1. 现场检查笔录一份；2. 责令改正通知书一份。",
                "personInCharge", "林国栋",
                "staffNames", "孙立、高敏",
                "contactPhone", "024-0000025");
    }

    static Map<String, Object> views(LocalDate on, String summary) {
        return Map.of(
                "method", "IN_PERSON",
                "heardOn", on,
                "heardPersons", "申请人代表赵明远",
                "officers", "周明远、沈若溪",
                "recordSummary", summary);
    }

    static Map<String, Object> revoke(String actName) {
        return Map.of(
                "outcome", "REVOKE",
                "grounds", List.of("FACTS_UNCLEAR", "PROCEDURE"),
                "applicantClaim", "申请人请求撤销" + actName + "，认为处罚事实未查清，作出前未听取陈述和申辩。",
                "respondentReply", "被申请人认为处罚事实清楚、程序合法，请求维持。",
                "factsFound", "经查，被申请人在作出处罚前未核实服务区域的权属和实际管理情况，案卷中没有告知笔录和听取陈述申辩的记录。",
                "reasons", "被申请人认定的主要事实不清、证据不足，且未依法保障申请人的陈述、申辩权，违反法定程序。",
                "legalBasis", "《中华人民共和国行政复议法》第六十四条第一款第（一）项、第（二）项",
                "holding", "撤销" + actName + "。");
    }

    static Map<String, Object> uphold(String actName) {
        return Map.of(
                "outcome", "UPHOLD",
                "applicantClaim", "申请人请求撤销" + actName + "。",
                "respondentReply", "被申请人请求维持。",
                "factsFound", "经查，被申请人认定的事实有现场笔录、照片和询问笔录证明。",
                "reasons", "被申请人作出的行政行为认定事实清楚，证据确凿，适用依据正确，程序合法，内容适当。",
                "legalBasis", "《中华人民共和国行政复议法》第六十八条",
                "holding", "维持" + actName + "。");
    }

    static Map<String, Object> performed(LocalDate on) {
        return Map.of("performed", "YES", "performedOn", on, "note", "被申请人已撤销处罚并退还罚款。");
    }

    static Map<String, Object> archive() {
        return Map.of("retention", "PERMANENT", "volumes", 2, "catalogueChecked", true);
    }

    static Map<String, Object> redLight(String organId, LocalDate on, String subject, String source) {
        return Map.of(
                "responsibleOrgan", organId,
                "subject", subject,
                "trigger", "NON_APPEARANCE",
                "redOn", on,
                "sourceCase", source,
                "facts", "该案开庭时，该单位负责人未出庭应诉，也未提交不能出庭的正当理由说明。");
    }

    static Map<String, Object> order(String subject, int workingDays) {
        return Map.of(
                "subject", subject,
                "urgency", "ORDINARY",
                "facts", "该案开庭时，该单位负责人未出庭应诉，也未提交不能出庭的正当理由说明。",
                "basis", "《中华人民共和国行政诉讼法》第三条第三款",
                "requirements", "查明未出庭的原因，落实责任人，提出整改措施并报送整改情况。",
                "replyLength", workingDays,
                "replyUnit", "WORKING_DAY",
                "contact", "韩冬梅 024-0000031");
    }

    static Map<String, Object> signed(LocalDate on) {
        return Map.of("signedBy", "孙立", "signedOn", on, "assignedTo", "法规科 孙立");
    }

    static Map<String, Object> orderReply() {
        return Map.of(
                "causeCode", "COORDINATION",
                "causeText", "开庭通知转办不及时，主要负责人当日在外地参加会议，未指定其他负责人替代出庭。",
                "measures", "建立开庭通知当日登记转办制度，明确一名分管负责人为固定替补；已组织学习并完成补充说明。",
                "personResponsible", "孙立",
                "personInCharge", "林国栋",
                "contactPhone", "024-0000025");
    }

    static Map<String, Object> pass() {
        return Map.of("review", "PASS", "opinion", "原因已查清，措施可行，同意销号。");
    }

    static Map<String, Object> document(
            String organId, String title, String number, LocalDate publishedOn, LocalDate submittedOn) {
        Map<String, Object> values = new HashMap<>();
        values.put("filingOrgan", organId);
        values.put("title", title);
        values.put("documentNumber", number);
        values.put("documentKind", "GOVERNMENT");
        values.put("publishedOn", publishedOn);
        values.put("effectiveOn", publishedOn.plusDays(30));
        values.put("validUntil", publishedOn.plusDays(29).plusYears(5));
        values.put("submittedOn", submittedOn);
        values.put(
                "pack",
                List.of(
                        "REPORT",
                        "TEXT_PAPER",
                        "TEXT_ELECTRONIC",
                        "EXPLANATION",
                        "BASIS",
                        "LEGALITY_OPINION",
                        "COMMENT_SUMMARY",
                        "FAIR_COMPETITION",
                        "COLLECTIVE_MINUTES"));
        values.put("contactName", "郑晓岚");
        values.put("contactPhone", "024-0000052");
        return values;
    }

    static Map<String, Object> register() {
        return Map.of(
                "packVerified",
                List.of(
                        "REPORT",
                        "TEXT_PAPER",
                        "TEXT_ELECTRONIC",
                        "EXPLANATION",
                        "BASIS",
                        "LEGALITY_OPINION",
                        "COMMENT_SUMMARY",
                        "FAIR_COMPETITION",
                        "COLLECTIVE_MINUTES"),
                "check",
                "REGISTER");
    }

    static Map<String, Object> askForSupplement() {
        return Map.of(
                "packVerified",
                List.of("REPORT", "TEXT_PAPER", "TEXT_ELECTRONIC"),
                "check",
                "SUPPLEMENT",
                "supplementItems",
                "合法性审核意见、公平竞争审查结论",
                "contact",
                "罗文清 024-0000047");
    }

    static Map<String, Object> lawful() {
        return Map.of(
                "power",
                "FINE",
                "procedure",
                "FINE",
                "content",
                "FINE",
                "conflict",
                "FINE",
                "propriety",
                "FINE",
                "conclusion",
                "LAWFUL",
                "opinion",
                "制定权限、程序和内容合法，与上位法一致，准予备案登记。");
    }
}
