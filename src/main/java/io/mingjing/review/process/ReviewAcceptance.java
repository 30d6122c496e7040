package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterTypes;
import io.mingjing.review.AcceptanceReviews;
import io.mingjing.review.AcceptanceReviews.Proposal;
import io.mingjing.review.ApplicationWindow;
import io.mingjing.review.RefusalGround;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.review.Withdrawals;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 受理审查: the officer's proposal. Which letters are drafted depends on it. */
@Component
class ReviewAcceptance implements TaskHandler {

    private static final Map<String, List<String>> LETTERS = Map.of(
            "ACCEPT", List.of("acceptance-notice", "reply-notice"),
            "CORRECT", List.of("correction-notice"),
            "REFUSE", List.of("refusal"));

    /** The applicant may sue at once. */
    private static final String NOT_PREREQUISITE = "NONE";

    /** What proves that an earlier withdrawal was involuntary. */
    private static final String PROOF = "involuntaryProof";

    private final Reviews reviews;
    private final CaseLetters letters;
    private final LetterTypes types;
    private final AcceptanceTurns turns;
    private final AcceptanceReviews acceptances;
    private final Withdrawals withdrawals;

    ReviewAcceptance(
            Reviews reviews,
            AcceptanceReviews acceptances,
            AcceptanceTurns turns,
            CaseLetters letters,
            LetterTypes types,
            Withdrawals withdrawals) {
        this.turns = turns;
        this.reviews = reviews;
        this.acceptances = acceptances;
        this.letters = letters;
        this.types = types;
        this.withdrawals = withdrawals;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.REVIEW_ACCEPTANCE;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        String caseId = task.file().id();
        Map<String, Object> values = new LinkedHashMap<>(IntakeAnswers.prefill(acceptances.facts(caseId)));
        ReviewCase review = reviews.get(caseId);
        LocalDate knownOn = review.knownOn();
        if (knownOn != null) {
            values.put("knownOn", knownOn.toString());
        }
        String ground = review.prerequisiteGround();
        values.put("prerequisiteGround", ground == null ? NOT_PREREQUISITE : ground);
        values.put("matter", review.actName());
        values.putAll(turns.prefill(caseId));
        return values;
    }

    @Override
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        String caseId = task.file().id();
        String acceptance = String.valueOf(values.get("acceptance"));
        Proposal proposal = proposal(caseId, acceptance, new Answers(values));
        acceptances.require(caseId, proposal);
        requireRepeatable(caseId, acceptance, new Answers(values));
        List<Consequence> consequences = new ArrayList<>(turns.plan(acceptance, new Answers(values)));
        for (Letter stale : letters.inHand(caseId, lettersBut(acceptance))) {
            consequences.add(Consequence.of("letterSuperseded", stale.title()));
        }
        for (String type : LETTERS.getOrDefault(acceptance, List.of())) {
            consequences.add(Consequence.of("letterDrafted", types.get(type).title()));
        }
        window(acceptances.window(caseId, proposal.facts(), proposal.knownOn())).ifPresent(consequences::add);
        return consequences;
    }

    /** What the officer should know of the time to apply before confirming. */
    private static Optional<Consequence> window(ApplicationWindow window) {
        LocalDate due = window.due();
        if (window.lateBy() != null) {
            Object last = "CUT_OFF".equals(window.lateBy()) ? window.cutOff() : due;
            return Optional.of(Consequence.of(
                    "window." + window.lateBy(), Objects.requireNonNullElse(last, "—"), window.filedOn()));
        }
        return due == null ? Optional.empty() : Optional.of(Consequence.of("window.open", due, window.filedOn()));
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        String caseId = task.file().id();
        Answers answers = new Answers(values);
        String acceptance = String.valueOf(values.get("acceptance"));
        Proposal proposal = proposal(caseId, acceptance, answers);
        requireRepeatable(caseId, acceptance, answers);
        acceptances.record(caseId, proposal, actor);
        String proof = answers.optionalText(PROOF);
        if (acceptance.equals("ACCEPT") && proof != null) {
            withdrawals.recordInvoluntary(caseId, proof, actor);
        }
        Map<String, Object> chosen = turns.record(caseId, acceptance, answers, actor);
        reviews.propose(caseId, acceptance, answers.optionalText("refusalGround"), actor);
        letters.supersede(caseId, lettersBut(acceptance), actor);
        Map<String, Object> fields = new LinkedHashMap<>(values);
        fields.putAll(chosen);
        fields.put(
                "failedConditions",
                proposal.answers().stream()
                        .filter(answer -> !answer.met())
                        .map(answer -> answer.condition().words())
                        .collect(Collectors.joining("、")));
        for (String type : LETTERS.getOrDefault(acceptance, List.of())) {
            letters.draft(caseId, type, fields, actor);
        }
        return Map.of();
    }

    /** An application withdrawn with permission is not taken again, unless that was against the true will (art. 74). */
    private void requireRepeatable(String caseId, String acceptance, Answers answers) {
        if (acceptance.equals("ACCEPT")) {
            withdrawals.requireRepeatable(caseId, answers.optionalText(PROOF));
        }
    }

    private Proposal proposal(String caseId, String acceptance, Answers answers) {
        String ground = answers.optionalText("refusalGround");
        String prerequisite = answers.optionalText("prerequisiteGround");
        LocalDate knownOn = answers.optionalDate("knownOn");
        return new Proposal(
                acceptance,
                IntakeAnswers.conditions(answers),
                IntakeAnswers.reviewed(acceptances.facts(caseId), answers),
                knownOn == null ? reviews.get(caseId).knownOn() : knownOn,
                prerequisite == null
                        ? reviews.get(caseId).prerequisiteGround()
                        : prerequisite.equals(NOT_PREREQUISITE) ? null : prerequisite,
                ground == null ? null : RefusalGround.valueOf(ground));
    }

    /** The letters of every other outcome; all of them where the outcome is none that an officer proposes. */
    static List<String> lettersBut(String acceptance) {
        return LETTERS.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(acceptance))
                .flatMap(entry -> entry.getValue().stream())
                .sorted()
                .toList();
    }
}
