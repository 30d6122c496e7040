package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.Consequence;
import io.mingjing.document.OfficialStyle;
import io.mingjing.review.Correction;
import io.mingjing.review.Corrections;
import io.mingjing.review.ProcedureChoice;
import io.mingjing.review.ProcedureChoices;
import io.mingjing.shared.Actor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the acceptance review decides beside its conditions: the procedure of a case accepted, the items of a correction. */
@Component
class AcceptanceTurns {

    private static final Map<String, String> CORRECTIONS = Map.ofEntries(
            Map.entry("IDENTITY", "申请人的身份证明"),
            Map.entry("AUTHORISATION", "授权委托书和代理人的身份证明"),
            Map.entry("REPRESENTATIVES", "推选代表人的书面材料"),
            Map.entry("SIGNATURE", "申请书的签名或者盖章"),
            Map.entry("RESPONDENT", "明确、正确的被申请人"),
            Map.entry("REQUEST", "明确、具体的行政复议请求"),
            Map.entry("FACTS", "申请行政复议的主要事实和理由"),
            Map.entry("ACT", "被申请行政复议的行政行为的文书或者该行为存在的证明"),
            Map.entry("INTEREST", "与行政行为有利害关系的证明"),
            Map.entry("APPLIED", "曾经申请被申请人履行法定职责的证明"),
            Map.entry("DELAY", "超过申请期限的正当理由的证明"),
            Map.entry("COPIES", "申请书和材料的副本"));

    private final Corrections corrections;
    private final ProcedureChoices procedures;

    AcceptanceTurns(Corrections corrections, ProcedureChoices procedures) {
        this.corrections = corrections;
        this.procedures = procedures;
    }

    /** What the registration knows of the facts on which the procedure depends. */
    Map<String, Object> prefill(String caseId) {
        List<String> known = procedures.known(caseId);
        return known.isEmpty() ? Map.of() : Map.of("procedureFacts", known);
    }

    /** The procedure that the table suggests, with its article; refuses a choice that cannot stand. */
    List<Consequence> plan(String acceptance, Answers answers) {
        return acceptance.equals("ACCEPT")
                ? List.of(Consequence.of("procedureSuggested."
                        + procedures
                                .check(
                                        answers.codes("procedureFacts"),
                                        amount(answers),
                                        answers.optionalText("procedure"),
                                        answers.optionalText("procedureReason"))
                                .ground()))
                : List.of();
    }

    /**
     * Keeps what was chosen.
     *
     * @return what the letters say of it
     */
    Map<String, Object> record(String caseId, String acceptance, Answers answers, Actor actor) {
        return switch (acceptance) {
            case "ACCEPT" -> chooseProcedure(caseId, answers);
            case "CORRECT" -> askForCorrection(caseId, answers, actor);
            default -> Map.of();
        };
    }

    private Map<String, Object> chooseProcedure(String caseId, Answers answers) {
        ProcedureChoice choice = procedures.propose(
                caseId,
                answers.codes("procedureFacts"),
                amount(answers),
                answers.optionalText("procedure"),
                answers.optionalText("procedureReason"));
        return choice.simplified()
                ? Map.of("procedureName", "简易程序", "decideWithin", "三十日", "replyWithin", "五个工作日")
                : Map.of("procedureName", "普通程序", "decideWithin", "六十日", "replyWithin", "十个工作日");
    }

    /** One notice lists everything: what is ticked, then what is written. */
    private Map<String, Object> askForCorrection(String caseId, Answers answers, Actor actor) {
        int days = answers.values().get("correctionDays") instanceof BigDecimal given
                ? given.intValueExact()
                : Correction.DAYS;
        Correction correction = corrections.propose(
                caseId,
                answers.codes("correctionKinds"),
                answers.optionalText("correctionItems"),
                days,
                answers.optionalText("correctionDaysReason"),
                actor);
        List<String> items = new ArrayList<>();
        correction.kindList().forEach(kind -> items.add(CORRECTIONS.getOrDefault(kind, kind)));
        items.addAll(correction.itemList());
        return Map.of(
                "correctionItems",
                String.join("\n", OfficialStyle.items(items)),
                "correctWithin",
                OfficialStyle.chinese(days) + "个工作日");
    }

    private static @Nullable BigDecimal amount(Answers answers) {
        return answers.values().get("amount") instanceof BigDecimal amount ? amount : null;
    }
}
