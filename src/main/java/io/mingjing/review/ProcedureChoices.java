package io.mingjing.review;

import io.mingjing.casefile.Cases;
import io.mingjing.engine.Decisions;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ordinary or simplified: suggested by a table, chosen by the officer, settled by the acceptance (行政复议法 art. 53–55). */
@Service
@Transactional
public class ProcedureChoices {

    private static final String TABLE = "reviewProcedure";

    private final ProcedureChoiceMapper mapper;
    private final Reviews reviews;
    private final Cases cases;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;

    ProcedureChoices(
            ProcedureChoiceMapper mapper,
            Reviews reviews,
            Cases cases,
            Decisions decisions,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.cases = cases;
        this.decisions = decisions;
        this.events = events;
    }

    /** What the table says of these facts. */
    public record Suggestion(String procedure, String ground) {}

    @Transactional(readOnly = true)
    public Optional<ProcedureChoice> find(String caseId) {
        return mapper.find(caseId);
    }

    /** Whether the case is handled under the simplified procedure now. */
    @Transactional(readOnly = true)
    public boolean simplified(String caseId) {
        return ProcedureChoice.SIMPLIFIED.equals(cases.require(caseId).procedure());
    }

    /** What the registration knows already of the facts on which the table decides. */
    @Transactional(readOnly = true)
    public List<String> known(String caseId) {
        ReviewCase review = reviews.get(caseId);
        if (review.actKind().equals("INFORMATION")) {
            return List.of("INFORMATION");
        }
        return "ON_THE_SPOT".equals(review.prerequisiteGround()) ? List.of("ON_THE_SPOT") : List.of();
    }

    /** @param facts codes of what is true: CLEAR, ON_THE_SPOT, WARNING, INFORMATION, ALL_AGREE */
    public Suggestion suggest(List<String> facts, @Nullable BigDecimal amount) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("clear", facts.contains("CLEAR"));
        inputs.put("onTheSpot", facts.contains("ON_THE_SPOT"));
        inputs.put("warning", facts.contains("WARNING"));
        inputs.put("information", facts.contains("INFORMATION"));
        inputs.put("allAgree", facts.contains("ALL_AGREE"));
        inputs.put("amount", amount == null ? -1d : amount.doubleValue());
        Map<String, Object> answer = decisions.evaluate(TABLE, inputs).get(0);
        return new Suggestion(String.valueOf(answer.get("procedure")), String.valueOf(answer.get("ground")));
    }

    /**
     * What the table suggests, if the officer's choice can stand beside it.
     *
     * @throws Refusal as {@link #propose}
     */
    public Suggestion check(
            List<String> facts, @Nullable BigDecimal amount, @Nullable String chosen, @Nullable String reason) {
        Suggestion suggestion = suggest(facts, amount);
        boolean departs = chosen != null && !chosen.equals(suggestion.procedure());
        if (departs && ProcedureChoice.SIMPLIFIED.equals(chosen)) {
            throw Refusal.fields(List.of(FieldError.of("procedure", "SIMPLIFIED_WITHOUT_GROUND")));
        }
        if (departs && (reason == null || reason.isBlank())) {
            throw Refusal.fields(List.of(FieldError.of("procedureReason", "PROCEDURE_REASON")));
        }
        return suggestion;
    }

    /**
     * The officer's choice; settled when the head of the unit agrees to the acceptance.
     *
     * @param chosen null to follow the suggestion
     * @throws Refusal with the fields that are wrong: the simplified procedure without a ground of art. 53, the ordinary
     *     one against the suggestion without a reason
     */
    public ProcedureChoice propose(
            String caseId,
            List<String> facts,
            @Nullable BigDecimal amount,
            @Nullable String chosen,
            @Nullable String reason) {
        Suggestion suggestion = check(facts, amount, chosen, reason);
        String handling = chosen == null ? suggestion.procedure() : chosen;
        boolean departs = !handling.equals(suggestion.procedure());
        ProcedureChoice before = mapper.find(caseId).orElse(null);
        ProcedureChoice choice = new ProcedureChoice(
                caseId,
                handling,
                suggestion.procedure(),
                suggestion.ground(),
                String.join(",", facts),
                amount,
                departs ? reason : null,
                null,
                null,
                before == null ? 0 : before.version());
        if (before == null) {
            mapper.insert(choice);
        } else {
            write(choice);
        }
        return choice;
    }

    /** The application is accepted: its case is handled under the procedure proposed. */
    public String settle(String caseId, Actor actor) {
        ProcedureChoice choice = mapper.find(caseId).orElse(null);
        String handling = choice == null ? ProcedureChoice.ORDINARY : choice.handling();
        cases.setProcedure(caseId, handling, actor);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("procedure", handling);
        facts.put("ground", choice == null ? "NONE" : choice.ground());
        facts.put("reason", choice == null || choice.reason() == null ? "" : choice.reason());
        events.publishEvent(Act.of("review.procedureSettled", caseId, actor, facts));
        return handling;
    }

    /** Deemed acceptance: nobody chose, so the ordinary procedure applies. */
    public void settleDeemed(String caseId) {
        cases.setProcedure(caseId, ProcedureChoice.ORDINARY, Actor.SYSTEM);
    }

    /** The case goes on under the ordinary procedure; there is no way back (art. 55). */
    public void convert(String caseId, String reason, LocalDate on, Actor actor) {
        ProcedureChoice choice = mapper.find(caseId)
                .filter(ProcedureChoice::simplified)
                .orElseThrow(() -> Refusal.conflict("NOT_SIMPLIFIED"));
        write(new ProcedureChoice(
                caseId,
                ProcedureChoice.ORDINARY,
                choice.suggested(),
                choice.ground(),
                choice.facts(),
                choice.amount(),
                choice.reason(),
                on,
                reason,
                choice.version()));
        cases.setProcedure(caseId, ProcedureChoice.ORDINARY, actor);
        events.publishEvent(Act.of("review.procedureConverted", caseId, actor, Map.of("reason", reason))
                .on(on));
    }

    private void write(ProcedureChoice choice) {
        if (mapper.update(choice) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
