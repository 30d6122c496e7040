package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.review.AcceptanceReviews.Answer;
import io.mingjing.review.Condition;
import io.mingjing.review.IntakeFacts;
import io.mingjing.review.KnownHow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates between the fields of the intake forms and the facts of an intake. */
final class IntakeAnswers {

    private static final String YES = "YES";
    private static final String NO = "NO";
    private static final String RIGHTS_TOLD = "rightsTold";

    private IntakeAnswers() {}

    /** What the start form says. */
    static IntakeFacts registered(Answers answers) {
        return new IntakeFacts(
                answers.optionalText("adminField"),
                answers.optionalText("makerKind"),
                answers.optionalDate("postedOn"),
                answers.optionalDate("agencyReceivedOn"),
                answers.optionalText("agencyHandling"),
                answers.optionalDate("agencyHandledOn"),
                answers.optionalText("agencyNote"),
                knownHow(answers),
                !NO.equals(answers.optionalText(RIGHTS_TOLD)),
                answers.optionalDate("rightsToldOn"),
                answers.optionalDate("requestedOn"),
                answers.optionalDate("dutyDueOn"),
                answers.ticked("urgent"),
                null,
                null,
                null,
                null,
                null,
                null,
                answers.ticked("realEstate"),
                false,
                null,
                0);
    }

    /** The facts after the review form: what the form does not ask stays as it was. */
    static IntakeFacts reviewed(IntakeFacts before, Answers answers) {
        return new IntakeFacts(
                before.adminField(),
                before.makerKind(),
                before.postedOn(),
                before.agencyReceivedOn(),
                before.agencyHandling(),
                before.agencyHandledOn(),
                before.agencyNote(),
                knownHow(answers),
                !NO.equals(answers.optionalText(RIGHTS_TOLD)),
                answers.optionalDate("rightsToldOn"),
                before.requestedOn(),
                before.dutyDueOn(),
                before.urgent(),
                answers.values().get("windowDays") instanceof BigDecimal days ? Integer.valueOf(days.intValue()) : null,
                answers.optionalText("windowStatute"),
                answers.optionalDate("obstacleFrom"),
                answers.optionalDate("obstacleTo"),
                answers.optionalText("obstacleReason"),
                answers.optionalText("obstacleKind"),
                answers.ticked("realEstate"),
                before.respondentKept(),
                before.electedOn(),
                before.version());
    }

    /** What the review form begins with. */
    static Map<String, Object> prefill(IntakeFacts facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(RIGHTS_TOLD, facts.rightsTold() ? YES : NO);
        values.put("realEstate", Boolean.toString(facts.realEstate()));
        put(
                values,
                "knownHow",
                facts.knownHow() == null ? null : facts.knownHow().name());
        put(values, "rightsToldOn", facts.rightsToldOn());
        put(values, "windowStatute", facts.windowStatute());
        put(values, "windowDays", facts.windowDays());
        put(values, "obstacleFrom", facts.obstacleFrom());
        put(values, "obstacleTo", facts.obstacleTo());
        put(values, "obstacleReason", facts.obstacleReason());
        put(values, "obstacleKind", facts.obstacleKind());
        return values;
    }

    /** The conditions that were answered. */
    static List<Answer> conditions(Answers answers) {
        List<Answer> conditions = new ArrayList<>();
        for (Condition condition : Condition.values()) {
            String answer = answers.optionalText(condition.field());
            if (answer != null) {
                boolean met = answer.equals(YES);
                conditions.add(new Answer(condition, met, met ? null : answers.optionalText(condition.reasonField())));
            }
        }
        return conditions;
    }

    private static @Nullable KnownHow knownHow(Answers answers) {
        String how = answers.optionalText("knownHow");
        return how == null ? null : KnownHow.valueOf(how);
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value.toString());
        }
    }
}
