package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.CommitteeConsultations;
import io.mingjing.review.DecisionDraft;
import io.mingjing.review.DraftChecks;
import io.mingjing.review.EarlierDecisions;
import io.mingjing.review.IncidentalReviews;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.ReviewDecisions;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 拟制复议决定: outcome and findings; the letter itself is drafted from the same form. */
@Component
class DraftDecision implements TaskHandler {

    /** Only the list that belongs to the chosen outcome is on the form; the others were hidden and dropped. */
    private static final List<String> FINDINGS = List.of(
            "grounds",
            "changeGrounds",
            "illegalGrounds",
            "performanceGrounds",
            "voidGrounds",
            "dismissGrounds",
            "agreementGrounds");

    private final ReviewDecisions decisions;
    private final Reviews reviews;
    private final DraftChecks checks;
    private final CommitteeConsultations consultations;
    private final IncidentalReviews incidentals;
    private final EarlierDecisions earlier;

    DraftDecision(
            ReviewDecisions decisions,
            Reviews reviews,
            DraftChecks checks,
            CommitteeConsultations consultations,
            IncidentalReviews incidentals,
            EarlierDecisions earlier) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.checks = checks;
        this.consultations = consultations;
        this.incidentals = incidentals;
        this.earlier = earlier;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.DRAFT_DECISION;
    }

    /**
     * What the applicant asked for is known from the application; what came of an incidental review goes with it (art. 59),
     * and so does an earlier decision on the same act (实施条例 art. 65).
     */
    @Override
    public Map<String, Object> prefill(TaskContext task) {
        ReviewCase review = reviews.get(task.file().id());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("applicantClaim", "请求：" + review.requests() + "\n理由：" + review.reasons());
        values.putAll(earlier.proposal(task.file().id()));
        values.put("documentReview", incidentals.decisionText(task.file().id()));
        return values;
    }

    @Override
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        Answers answers = new Answers(values);
        checks.require(task.file().id());
        consultations.checkAdoption(
                task.file().id(),
                answers.optionalText("committeeAdoption"),
                answers.optionalText("committeeExplanation"));
        DecisionDraft draft = draft(values);
        decisions.check(task.file().id(), draft);
        List<Consequence> consequences = new ArrayList<>();
        Integer days = draft.orderedDays();
        if (days != null) {
            consequences.add(Consequence.of("performanceOrdered", days));
        } else if (DecisionDraft.ordersNewAct(draft.outcome())) {
            consequences.add(Consequence.of("newActOrdered"));
        }
        return consequences;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        checks.require(task.file().id());
        consultations.adopt(
                task.file().id(),
                answers.optionalText("committeeAdoption"),
                answers.optionalText("committeeExplanation"),
                actor);
        decisions.draft(task.file().id(), draft(values), actor);
        return Map.of();
    }

    private static DecisionDraft draft(Map<String, Object> values) {
        Answers answers = new Answers(values);
        Map<String, List<String>> findings = new LinkedHashMap<>();
        for (String field : FINDINGS) {
            List<String> codes = answers.codes(field);
            if (!codes.isEmpty()) {
                findings.put(field, codes);
            }
        }
        String compensation = answers.optionalText("compensation");
        return new DecisionDraft(
                answers.text("outcome"),
                findings,
                answers.codes("agreementMeasures"),
                values.get("orderedDays") instanceof BigDecimal days ? days.intValueExact() : null,
                answers.optionalText("worse"),
                answers.ticked("thirdPartyProof"),
                compensation == null ? "NONE" : compensation,
                answers.optionalText("finalBasis"),
                answers.optionalText("holding"));
    }
}
