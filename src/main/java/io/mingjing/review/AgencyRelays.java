package io.mingjing.review;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitActs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The penalising agency that was handed an application (行政复议法 art. 32): it relays the application within five working
 * days, or corrects its penalty within the same time (实施条例 art. 38.1). Both are limits of the case from the day on which
 * the agency received it; what the agency did ends them.
 */
@Service
@Transactional
public class AgencyRelays {

    /** The agency upholds its penalty and relays the application. */
    public static final String RELAYED = "RELAYED";

    /** The agency finds its penalty wrong and corrects it. */
    public static final String CORRECTED = "CORRECTED";

    private static final String RELAY = "AR-RELAY";
    private static final String SELF_CORRECTION = "AR-SELFFIX";
    private static final String RECEIVED = "agencyReceived";
    private static final Set<String> HANDLINGS = Set.of(RELAYED, CORRECTED);
    private static final int MOST_NOTE = 500;

    private final AcceptanceReviews acceptances;
    private final Cases cases;
    private final CaseLimits limits;
    private final LimitActs acts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AgencyRelays(
            AcceptanceReviews acceptances,
            Cases cases,
            CaseLimits limits,
            LimitActs acts,
            Clock clock,
            ApplicationEventPublisher events) {
        this.acceptances = acceptances;
        this.cases = cases;
        this.limits = limits;
        this.acts = acts;
        this.clock = clock;
        this.events = events;
    }

    /** Begins the agency's time where the application went through it, and ends it where the agency has acted already. */
    public void begin(String caseId, Actor actor) {
        IntakeFacts facts = acceptances.facts(caseId);
        LocalDate received = facts.agencyReceivedOn();
        if (received == null) {
            return;
        }
        cases.setKeyDate(caseId, RECEIVED, received, actor);
        acts.start(caseId, RELAY, RECEIVED, null, null, actor);
        acts.start(caseId, SELF_CORRECTION, RECEIVED, null, null, actor);
        String handling = facts.agencyHandling();
        if (handling != null) {
            end(
                    caseId,
                    handling,
                    Objects.requireNonNullElse(
                            facts.agencyHandledOn(), cases.require(caseId).receivedOn()));
        }
    }

    /** Whether it is still to be recorded what the agency did. */
    @Transactional(readOnly = true)
    public boolean waits(String caseId) {
        IntakeFacts facts = acceptances.facts(caseId);
        return facts.agencyReceivedOn() != null && facts.agencyHandling() == null;
    }

    /**
     * Records what the agency did.
     *
     * @param handling {@link #RELAYED} or {@link #CORRECTED}
     * @param on day on which it did so
     * @param note what it corrected; needed for a correction
     * @throws Refusal {@code NOT_ALLOWED}, {@code AGENCY_NOT_WAITED_FOR} where the application did not go through an agency or
     *     this is recorded already, {@code FIELDS}
     */
    public void record(String caseId, String handling, LocalDate on, @Nullable String note, Actor actor) {
        AcceptanceReviews.requireDesk(actor);
        cases.get(caseId, actor);
        cases.lock(caseId);
        if (!waits(caseId)) {
            throw Refusal.conflict("AGENCY_NOT_WAITED_FOR");
        }
        String corrected = note == null || note.isBlank() ? null : note.strip();
        requireSound(acceptances.facts(caseId), handling, on, corrected);
        acceptances.handledByAgency(caseId, handling, on, corrected);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("handling", handling);
        told.put("note", corrected == null ? "" : corrected);
        events.publishEvent(Act.of("review.agencyHandled", caseId, actor, told).on(on));
        end(caseId, handling, on);
    }

    /** What was done meets its own limit; the other one no longer applies. */
    private void end(String caseId, String handling, LocalDate on) {
        boolean relayed = handling.equals(RELAYED);
        open(caseId, relayed ? RELAY : SELF_CORRECTION).forEach(limit -> acts.meet(limit.id(), on, Actor.SYSTEM));
        open(caseId, relayed ? SELF_CORRECTION : RELAY)
                .forEach(limit -> acts.cancel(limit.id(), relayed ? "维持并转送" : "自行纠正", Actor.SYSTEM));
    }

    private List<CaseLimit> open(String caseId, String rule) {
        return limits.of(caseId).stream()
                .filter(limit -> limit.rule().equals(rule) && limit.state().isOpen())
                .toList();
    }

    private void requireSound(IntakeFacts facts, String handling, LocalDate on, @Nullable String note) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate received = Objects.requireNonNull(facts.agencyReceivedOn());
        if (!HANDLINGS.contains(handling)) {
            errors.add(FieldError.of("handling", "NOT_AN_OPTION"));
        }
        if (on.isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.of("on", "IN_FUTURE"));
        } else if (on.isBefore(received)) {
            errors.add(FieldError.of("on", "DATE_TOO_EARLY", received));
        }
        if (handling.equals(CORRECTED) && note == null) {
            errors.add(FieldError.of("note", "REQUIRED"));
        } else if (note != null && note.length() > MOST_NOTE) {
            errors.add(FieldError.of("note", "TOO_LONG", MOST_NOTE));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }
}
