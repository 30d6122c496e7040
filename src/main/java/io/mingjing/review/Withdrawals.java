package io.mingjing.review;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.review.ReviewOrder.Draft;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤回申请: asked for by the applicant, allowed by the unit, ended by the organ (行政复议法 art. 41 item 1, art. 74). */
@Service("reviewWithdrawals")
@Transactional
public class Withdrawals {

    /**
     * A withdrawal that was allowed: the same facts cannot be filed again unless it was involuntary (art. 74).
     *
     * @param allowedOn day on which the organ decided to terminate
     */
    public record Allowed(
            String caseId, String actName, @Nullable String actNumber, LocalDate allowedOn) {}

    private final ReviewOrders orders;
    private final ReviewOrderMapper mapper;
    private final ReviewClock clock;
    private final Reviews reviews;
    private final Cases cases;
    private final Parties parties;
    private final ApplicationEventPublisher events;

    Withdrawals(
            ReviewOrders orders,
            ReviewOrderMapper mapper,
            ReviewClock clock,
            Reviews reviews,
            Cases cases,
            Parties parties,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.mapper = mapper;
        this.clock = clock;
        this.reviews = reviews;
        this.cases = cases;
        this.parties = parties;
        this.events = events;
    }

    /**
     * Earlier cases of that applicant about the same act that ended in an allowed withdrawal, the latest first.
     *
     * @param actName the act complained of, as written in the application
     * @param actNumber its number; null where it has none
     */
    @Transactional(readOnly = true)
    public List<Allowed> findAllowed(String applicant, String actName, @Nullable String actNumber) {
        return mapper.findAllowed(applicant, actName, actNumber);
    }

    /** Earlier withdrawals that were allowed to an applicant of this case about its act. */
    @Transactional(readOnly = true)
    public List<Allowed> before(String caseId) {
        ReviewCase review = reviews.get(caseId);
        return parties.of(caseId, PartyRole.APPLICANT).stream()
                .flatMap(party -> findAllowed(party.name(), review.actName(), review.actNumber()).stream())
                .filter(allowed -> !allowed.caseId().equals(caseId))
                .toList();
    }

    /**
     * What stands against accepting the application again after a withdrawal that was allowed (art. 74).
     *
     * @param proof what proves that the withdrawal was against the true will of the applicant; null for none
     * @throws Refusal {@code FIELDS}: {@code WITHDRAWN_BEFORE} with the earlier case and its day
     */
    @Transactional(readOnly = true)
    public void requireRepeatable(String caseId, @Nullable String proof) {
        if (proof != null) {
            return;
        }
        before(caseId).stream().findFirst().ifPresent(earlier -> {
            throw Refusal.fields(List.of(FieldError.of(
                    Condition.NOT_ACCEPTED.field(),
                    "WITHDRAWN_BEFORE",
                    cases.require(earlier.caseId()).number(),
                    earlier.allowedOn())));
        });
    }

    /** It was proved that the earlier withdrawal was involuntary: the application is taken again. */
    public void recordInvoluntary(String caseId, String proof, Actor actor) {
        before(caseId).stream()
                .findFirst()
                .ifPresent(earlier -> events.publishEvent(Act.of(
                        "review.withdrawalInvoluntary",
                        caseId,
                        actor,
                        Map.of("number", cases.require(earlier.caseId()).number(), "proof", proof))));
    }

    /**
     * Records the applicant's request and what was found out about it.
     *
     * @throws Refusal {@code NOT_UNDER_REVIEW} before acceptance and after the decision, {@code FIELDS} where it is not
     *     voluntary
     */
    public void propose(
            String caseId, String way, String stated, String checked, boolean voluntary, LocalDate on, Actor actor) {
        clock.require(caseId);
        if (!voluntary) {
            throw Refusal.fields(List.of(FieldError.of("voluntary", "WITHDRAWAL_INVOLUNTARY")));
        }
        orders.propose(caseId, Kind.WITHDRAWAL, new Draft(way, stated, checked, null, on, null), actor);
    }

    /**
     * The applicant asks for it online; the officer then looks into it and proposes it, or drops it.
     *
     * @param on day on which it reached the system
     * @return false where nothing is to be looked into now: before acceptance, after the decision, or with a request in hand
     */
    public boolean ask(String caseId, String stated, LocalDate on, Actor actor) {
        return ask(caseId, "ONLINE", stated, on, actor);
    }

    /**
     * The same for a request that came in another way.
     *
     * @param way ONLINE, WRITTEN or ORAL
     */
    public boolean ask(String caseId, String way, String stated, LocalDate on, Actor actor) {
        if (clock.find(caseId).isEmpty()
                || orders.proposed(caseId, Kind.WITHDRAWAL).isPresent()) {
            return false;
        }
        orders.propose(caseId, Kind.WITHDRAWAL, new Draft(way, stated, null, null, on, null), actor);
        return true;
    }

    /** The unit has allowed it and the organ terminates. */
    public void allowed(String caseId, LocalDate on, Actor actor) {
        orders.order(caseId, Kind.WITHDRAWAL, null, on, actor);
    }
}
