package io.mingjing.replay;

import io.mingjing.casefile.Party;
import io.mingjing.review.Condition;
import io.mingjing.review.NewPartyView;
import io.mingjing.review.PartyView;
import io.mingjing.review.RefusalGround;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the people of the year write into their forms. */
final class Forms {

    private static final String CONTACT = "宋承办 024-0000018";

    private Forms() {}

    static Map<String, Object> application(Story story, String respondent) {
        LocalDate received = story.receivedOn();
        boolean late = "OUT_OF_TIME".equals(story.refusal());
        LocalDate known = received.minusDays(late ? 130 : 12 + story.number() % 30);
        Map<String, Object> values = new HashMap<>();
        values.put("receivedOn", received.toString());
        values.put("channel", story.channel());
        if (story.channel().equals("POST")) {
            values.put("postedOn", received.minusDays(2).toString());
        }
        values.put("applicantKind", story.organisation() ? "ORGANISATION" : "PERSON");
        values.put("applicantName", story.applicant());
        if (story.organisation()) {
            values.put("representative", "赵明远");
        }
        values.put("applicantPhone", "139" + String.format("%08d", story.number()));
        values.put("applicantAddress", "盛阳市和安区槐荫路" + story.number() + "号");
        values.put("respondentOrgan", respondent);
        values.put("actKind", story.actKind());
        values.put("adminField", story.adminField());
        values.put("actName", story.act());
        if (story.actKind().equals("NON_PERFORMANCE")) {
            values.put("requestedOn", received.minusDays(late ? 200 : 90).toString());
        } else {
            values.put("actMadeOn", known.minusDays(3).toString());
            values.put("knownOn", known.toString());
            values.put("knownHow", "DIRECT");
        }
        values.put("requests", "请求依法处理" + story.act() + "。");
        values.put("reasons", "认为该行政行为认定事实不清。");
        return values;
    }

    static Map<String, Object> acceptance(Story story) {
        Map<String, Object> values = new HashMap<>();
        for (Condition condition : Condition.values()) {
            values.put(condition.field(), "YES");
        }
        values.put("acceptance", "ACCEPT");
        values.put("matter", story.act());
        values.put("contact", CONTACT);
        if (story.course() == Course.SIMPLIFIED || story.course() == Course.CONVERTED) {
            values.put("procedureFacts", List.of("ALL_AGREE"));
            values.put("procedure", "SIMPLIFIED");
        } else {
            values.put("procedure", "ORDINARY");
            values.put("procedureReason", "案情不宜简易。");
        }
        return values;
    }

    static Map<String, Object> correction(Story story) {
        Map<String, Object> values = new HashMap<>();
        values.put("acceptance", "CORRECT");
        values.put("matter", story.act());
        values.put("contact", CONTACT);
        values.put("correctionKinds", List.of("IDENTITY", "ACT"));
        values.put("correctionItems", "提交身份证明和被申请行政行为的材料。");
        return values;
    }

    static Map<String, Object> refusal(Story story) {
        RefusalGround ground = RefusalGround.valueOf(Objects.requireNonNull(story.refusal()));
        Map<String, Object> values = new HashMap<>();
        values.put(ground.condition().field(), "NO");
        values.put(ground.condition().reasonField(), "不符合该项条件。");
        values.put("acceptance", "REFUSE");
        values.put("matter", story.act());
        values.put("refusalGround", ground.name());
        if (ground == RefusalGround.NOT_COMPETENT) {
            values.put("competentOrgan", "盛阳市人民政府");
        }
        values.put("refusalReason", "申请不符合受理条件。");
        return values;
    }

    static Map<String, Object> approve() {
        return Map.of("result", "APPROVE", "opinion", "同意。");
    }

    static Map<String, Object> issue() {
        return Map.of("copies", 4, "sealKeeper", "何静怡");
    }

    static Map<String, Object> reply() {
        return Map.of(
                "replyText", "本机关作出的行政行为事实清楚、程序合法，请求维持。",
                "legalBasis", "有关法律、法规的规定。",
                "evidenceList", "1. 现场检查笔录一份；2. 询问笔录一份。",
                "personInCharge", "林国栋",
                "staffNames", "孙立、高敏",
                "contactPhone", "024-0000025");
    }

    static Map<String, Object> views(Story story, LocalDate on, boolean simplified) {
        if (simplified) {
            return Map.of(
                    "method", "PAPERS_ONLY", "papersOnlyReason", "适用简易程序，书面审理。", "recordSummary", "书面审理，未另行听取意见。");
        }
        return Map.of(
                "method",
                List.of("IN_PERSON", "PHONE", "ONLINE").get(story.number() % 3),
                "heardOn",
                on.toString(),
                "heardPersons",
                story.applicant(),
                "officers",
                "宋承办、齐承办",
                "recordSummary",
                "申请人坚持复议请求。");
    }

    /** The record of how a party was heard. */
    static NewPartyView view(Story story, Party party, List<String> officers, LocalDate on) {
        return new NewPartyView(
                party.id(),
                List.of(PartyView.Way.IN_PERSON, PartyView.Way.PHONE, PartyView.Way.ONLINE)
                        .get(story.number() % 3),
                null,
                on,
                "区司法局接待室",
                party.name(),
                officers,
                "申请人坚持复议请求。",
                true,
                null);
    }

    static Map<String, Object> decision(Story story, boolean unanswered, boolean advised) {
        Map<String, Object> values = new HashMap<>();
        String outcome = story.outcome();
        values.put("outcome", outcome);
        if (advised) {
            values.put("committeeAdoption", "ADOPTED");
        }
        String matter = story.act();
        switch (outcome) {
            case "REVOKE", "REVOKE_REDO" -> {
                values.put("grounds", unanswered ? List.of("NO_REPLY") : List.of("FACTS_UNCLEAR", "PROCEDURE"));
                values.put("holding", "撤销" + matter + "。");
            }
            case "REVOKE_PART" -> {
                values.put("grounds", List.of("WRONG_BASIS"));
                values.put("holding", "撤销" + matter + "第二项。");
            }
            case "CHANGE" -> {
                values.put("changeGrounds", List.of("IMPROPER_CONTENT"));
                values.put("worse", "NO");
                values.put("holding", "将" + matter + "变更为罚款五百元。");
            }
            case "CONFIRM_ILLEGAL" -> {
                values.put("illegalGrounds", List.of("MINOR_PROCEDURE"));
                values.put("holding", "确认" + matter + "违法。");
            }
            case "CONFIRM_VOID" -> {
                values.put("voidGrounds", List.of("NO_BASIS"));
                values.put("holding", "确认" + matter + "无效。");
            }
            case "DISMISS_CLAIM" -> {
                values.put("dismissGrounds", List.of("NO_DUTY"));
                values.put("holding", "驳回申请人的行政复议请求。");
            }
            case "ORDER_PERFORMANCE" -> {
                values.put("performanceGrounds", List.of("NOT_PERFORMED"));
                values.put("orderedDays", "20");
                values.put("holding", "责令被申请人就" + matter + "履行法定职责。");
            }
            default -> values.put("holding", "维持" + matter + "。");
        }
        values.put("applicantClaim", "申请人请求依法处理" + matter + "。");
        values.put("respondentReply", unanswered ? "被申请人未在法定期限内答复。" : "被申请人请求维持。");
        values.put("factsFound", "经查，双方对主要经过没有争议。");
        values.put("reasons", "本机关对事实、依据、程序和内容作了全面审查。");
        values.put("legalBasis", "《中华人民共和国行政复议法》有关条款");
        return values;
    }

    static Map<String, Object> archive() {
        return Map.of("retention", "Y30", "volumes", 1, "catalogueChecked", true);
    }

    static Map<String, Object> suspension(String ground) {
        return Map.of("ground", ground, "facts", "有证据证明中止的情形。", "evidence", "证明材料一份");
    }

    static Map<String, Object> consultation(String ground) {
        return Map.of(
                "consultationGrounds", List.of(ground),
                "consultationQuestions", "检测方法是否符合标准？",
                "consultationDocuments", "案件审理报告；处罚卷宗。");
    }

    static Map<String, Object> mediation() {
        return Map.of("proposedBy", "APPLICANT", "applicantAgrees", true, "respondentAgrees", true, "pausing", "NO");
    }

    static Map<String, Object> mediated(LocalDate on, boolean agreed) {
        Map<String, Object> values = new HashMap<>();
        values.put("mediatedOn", on.toString());
        values.put("mediatedPlace", "区司法局调解室");
        values.put("mediatedPersons", "双方到场");
        values.put("concessions", "双方各退一步。");
        values.put("mediationResult", agreed ? "AGREED" : "FAILED");
        if (agreed) {
            values.put("agreement", "罚款减为五百元。");
            values.put("disputeFacts", "双方对处理幅度有争议。");
        }
        return values;
    }

    static Map<String, Object> hearing(LocalDate on, Cast cast, Story story) {
        return Map.of(
                "hearingOn",
                on.toString(),
                "hearingTime",
                "09:30",
                "hearingPlace",
                "区司法局听证室",
                "chairName",
                cast.officerName(story.officer()),
                "hearingOfficers",
                cast.officerName(story.officer() + 1) + "、" + cast.officerName(story.officer() + 2),
                "recorderName",
                cast.officerName(story.officer() + 3));
    }

    static Map<String, Object> held(Story story) {
        return Map.of(
                "hearingAnswer", "HELD",
                "applicantPersons", story.applicant(),
                "respondentHead", "ATTENDED",
                "hearingCourse", "双方陈述、质证、辩论。",
                "recordSigned", List.of("APPLICANT", "RESPONDENT"));
    }

    static Map<String, Object> performed(Story story, LocalDate today) {
        boolean needed = story.outcome().startsWith("REVOKE") || story.outcome().equals("ORDER_PERFORMANCE");
        return needed
                ? Map.of("performed", "YES", "performedOn", today.toString(), "note", "被申请人已经履行。")
                : Map.of("performed", "NOT_NEEDED", "note", "决定没有履行内容。");
    }
}
