package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.document.CaseAccess;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.review.IncidentalReview.Draft;
import io.mingjing.review.IncidentalReview.Finding;
import io.mingjing.review.IncidentalReview.State;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.event.DocumentReviewed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 附带审查: whether a document on which the act is based is lawful, asked by the applicant or by this organ itself (行政复议法
 * art. 13, 56 to 60; 实施条例 art. 53, 54). The case stands still meanwhile; one document at a time.
 */
@Service
@Transactional
public class IncidentalReviews {

    /** Key date from which the limits of the review run: the day of the suspension (实施条例 art. 53.2). */
    public static final String SUSPENDED = "documentReviewSuspended";

    /** Suspension for an incidental review (art. 39.1 item 9). */
    public static final String GROUND = "9";

    private static final String REQUEST = "REQUEST";
    private static final String TRANSFER = "TRANSFER";

    /** No normative documents in the sense of art. 13: a request cannot reach them (art. 13.2). */
    private static final Set<String> RULES = Set.of("RULE", "STATUTE");

    /** What no local government may set aside itself (art. 57: it is transferred). */
    private static final Set<String> ABOVE = Set.of("STATE_COUNCIL_DEPARTMENT", "RULE", "STATUTE");

    private final IncidentalReviewMapper mapper;
    private final ReviewClock limits;
    private final Reviews reviews;
    private final Cases cases;
    private final Organs organs;
    private final CaseAccess access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    IncidentalReviews(
            IncidentalReviewMapper mapper,
            ReviewClock limits,
            Reviews reviews,
            Cases cases,
            Organs organs,
            CaseAccess access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.limits = limits;
        this.reviews = reviews;
        this.cases = cases;
        this.organs = organs;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** Every incidental review of a case, first to last. */
    @Transactional(readOnly = true)
    public List<IncidentalReview> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return mapper.findByCase(caseId);
    }

    /** The one under way. */
    @Transactional(readOnly = true)
    public Optional<IncidentalReview> current(String caseId) {
        return mapper.findByCase(caseId).stream().filter(IncidentalReview::open).findFirst();
    }

    /** Whether the application asked for one that nobody has answered yet (art. 13, 56). */
    @Transactional(readOnly = true)
    public boolean unanswered(String caseId) {
        return reviews.find(caseId)
                        .filter(review -> review.documentName() != null)
                        .isPresent()
                && mapper.findByCase(caseId).stream().allMatch(review -> review.state() == State.DROPPED);
    }

    /**
     * What stands against beginning it so.
     *
     * @throws Refusal {@code NOT_UNDER_REVIEW}, {@code INCIDENTAL_TOO_LATE} after the decision, {@code INCIDENTAL_OPEN}, {@code
     *     SUSPENDED_ALREADY}; of a request that is admitted: {@code INCIDENTAL_NOT_BASIS}, {@code INCIDENTAL_RULE}, {@code
     *     INCIDENTAL_KNOWN_EARLIER}, {@code INCIDENTAL_TWICE}; {@code INCIDENTAL_NOT_OURS} and {@code INCIDENTAL_OURS} where
     *     the competence is not as said; {@code FIELDS}
     */
    @Transactional(readOnly = true)
    public void check(String caseId, Draft draft) {
        if (reviews.get(caseId).decidedOn() != null) {
            throw Refusal.conflict("INCIDENTAL_TOO_LATE");
        }
        limits.require(caseId);
        current(caseId).ifPresent(open -> {
            throw Refusal.conflict("INCIDENTAL_OPEN", open.documentTitle());
        });
        if (draft.refusalGround() != null) {
            return;
        }
        if (!draft.basis()) {
            throw Refusal.conflict("INCIDENTAL_NOT_BASIS", draft.documentTitle());
        }
        boolean asked = draft.origin().equals(REQUEST);
        if (asked && RULES.contains(draft.documentKind())) {
            throw Refusal.conflict("INCIDENTAL_RULE", draft.documentTitle());
        }
        if (asked && draft.knew() && late(caseId, draft)) {
            throw Refusal.conflict(
                    "INCIDENTAL_KNOWN_EARLIER", cases.require(caseId).receivedOn());
        }
        reviewedBefore(caseId, draft).ifPresent(before -> {
            throw Refusal.conflict("INCIDENTAL_TWICE", draft.documentTitle(), String.valueOf(before.concludedOn()));
        });
        checkCompetence(caseId, draft);
    }

    private boolean late(String caseId, Draft draft) {
        LocalDate on = draft.requestedOn();
        return on != null && on.isAfter(cases.require(caseId).receivedOn());
    }

    private Optional<IncidentalReview> reviewedBefore(String caseId, Draft draft) {
        return mapper.findByCase(caseId).stream()
                .filter(before -> before.state() == State.CONCLUDED)
                .filter(before -> before.documentTitle().equals(draft.documentTitle())
                        || (before.documentNumber() != null
                                && before.documentNumber().equals(draft.documentNumber())))
                .findFirst();
    }

    /** A maker of the directory is this government's own, beneath it, or not; of others only what stands above is certain. */
    private void checkCompetence(String caseId, Draft draft) {
        boolean own = IncidentalReview.OWN.equals(draft.competence());
        if (own && ABOVE.contains(draft.documentKind())) {
            throw Refusal.conflict("INCIDENTAL_NOT_OURS", draft.documentTitle());
        }
        String organId = draft.makerOrganId();
        if (organId == null) {
            return;
        }
        Organ maker = organs.find(organId)
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("makerOrgan", "ORGAN_UNKNOWN"))));
        boolean beneath = maker.path()
                .startsWith(organs.get(cases.require(caseId).governmentId()).path());
        if (own && !beneath) {
            throw Refusal.conflict("INCIDENTAL_NOT_OURS", draft.documentTitle());
        }
        if (!own && beneath && !ABOVE.contains(draft.documentKind())) {
            throw Refusal.conflict("INCIDENTAL_OURS", maker.name());
        }
    }

    /**
     * An officer begins it; the suspension is proposed with it.
     *
     * @throws Refusal as {@link #check}
     */
    public IncidentalReview begin(String caseId, Draft draft, Actor actor) {
        check(caseId, draft);
        boolean refused = draft.refusalGround() != null;
        IncidentalReview review = new IncidentalReview(
                Ids.next(),
                caseId,
                mapper.findByCase(caseId).size() + 1,
                draft.origin(),
                draft.requestedOn(),
                draft.documentTitle(),
                draft.documentNumber(),
                draft.documentKind(),
                draft.makerOrganId(),
                makerName(draft),
                draft.clauses(),
                draft.doubts(),
                refused ? null : draft.competence(),
                !refused && TRANSFER.equals(draft.competence()) ? draft.competentOrgan() : null,
                draft.refusalGround(),
                refused ? State.REFUSED : State.PROPOSED,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                actor.userId(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                0);
        mapper.insert(review);
        Map<String, Object> facts = facts(review);
        if (draft.refusalGround() != null) {
            facts.put("ground", draft.refusalGround());
        }
        tell(
                refused ? "review.incidentalRefused" : "review.incidentalBegun",
                caseId,
                actor,
                facts,
                draft.requestedOn());
        return review;
    }

    private String makerName(Draft draft) {
        String organId = draft.makerOrganId();
        if (organId != null) {
            return organs.get(organId).name();
        }
        String name = draft.makerName();
        if (name == null) {
            throw Refusal.fields(List.of(FieldError.of("makerName", "REQUIRED")));
        }
        return name;
    }

    /** The case is suspended for the review in hand: its limits run from that day. Empty where none is proposed. */
    public Optional<IncidentalReview> suspended(String caseId, LocalDate on) {
        Optional<IncidentalReview> proposed = current(caseId).filter(review -> review.state() == State.PROPOSED);
        proposed.ifPresent(review -> {
            one(mapper.updateSuspended(review.id(), review.version(), on));
            cases.setKeyDate(caseId, SUSPENDED, on, Actor.SYSTEM);
            tell("review.incidentalSuspended", caseId, Actor.SYSTEM, facts(review), on);
        });
        return proposed;
    }

    /** The suspension was not ordered, or the case ends: nothing comes of it. */
    public boolean drop(String caseId, Actor actor) {
        Optional<IncidentalReview> open = current(caseId);
        open.ifPresent(review -> {
            one(mapper.updateState(review.id(), review.version(), State.DROPPED));
            tell("review.incidentalDropped", caseId, actor, facts(review), null);
        });
        return open.isPresent();
    }

    /** The maker answered within its ten working days or later (art. 58.1), and perhaps explained in person (art. 58.2). */
    public void answered(String caseId, LocalDate on, String answer, @Nullable LocalDate explainedOn, Actor actor) {
        IncidentalReview review = require(caseId);
        one(mapper.updateAnswer(review.id(), review.version(), on, answer, explainedOn));
        tell("review.incidentalAnswered", caseId, actor, facts(review), on);
    }

    /** The maker kept silent: the review goes on without its answer. */
    public void recordNoAnswer(String caseId, LocalDate lastDay) {
        IncidentalReview review = require(caseId);
        one(mapper.updateMissing(review.id(), review.version()));
        tell("review.incidentalUnanswered", caseId, Actor.SYSTEM, facts(review), lastDay);
    }

    /**
     * A step of the review is late: the log and those who handle the case are told, nothing else follows.
     *
     * @param rule AR-INC-ASK, AR-INC-OWN, AR-INC-TRANSFER or AR-INC-OPINION
     */
    public void recordOverdue(String caseId, String rule, LocalDate lastDay) {
        Map<String, Object> facts = facts(require(caseId));
        facts.put("rule", rule);
        tell("review.incidentalOverdue", caseId, Actor.SYSTEM, facts, lastDay);
    }

    /** What the officer found, over an earlier finding; it has no effect before the notice is issued (art. 59). */
    public IncidentalReview find(String caseId, Finding finding, Actor actor) {
        IncidentalReview review = require(caseId);
        one(mapper.updateFinding(review.id(), review.version(), finding));
        Map<String, Object> facts = facts(review);
        facts.put("finding", finding.finding());
        tell("review.incidentalFound", caseId, actor, facts, null);
        return require(caseId);
    }

    /**
     * The result is out: by the notice to the maker, or by the opinion of the competent organ (art. 59, 60).
     *
     * @throws Refusal {@code INCIDENTAL_NONE}
     */
    public IncidentalReview conclude(String caseId, @Nullable String number, LocalDate on, Actor actor) {
        IncidentalReview review = require(caseId);
        one(mapper.updateConcluded(review.id(), review.version(), number, on));
        Map<String, Object> facts = facts(review);
        facts.put("finding", String.valueOf(review.finding()));
        tell("review.incidentalConcluded", caseId, actor, facts, on);
        CaseFile file = cases.require(caseId);
        events.publishEvent(
                new DocumentReviewed(review.id(), caseId, file.governmentPath(), String.valueOf(review.finding()), on));
        return review;
    }

    /** The opinion of the competent organ arrived (art. 60). */
    public IncidentalReview opinionReceived(
            String caseId, LocalDate on, @Nullable String number, Finding finding, Actor actor) {
        IncidentalReview review = find(caseId, finding, actor);
        one(mapper.updateAnswer(review.id(), review.version(), on, null, null));
        return conclude(caseId, number, on, actor);
    }

    /**
     * Stands before the draft of a decision and before its issue.
     *
     * @throws Refusal {@code INCIDENTAL_OPEN_DECISION} (art. 39.1 item 9), {@code INCIDENTAL_UNANSWERED} (art. 56)
     */
    @Transactional(readOnly = true)
    public void requireSettled(String caseId) {
        current(caseId).ifPresent(open -> {
            throw Refusal.conflict("INCIDENTAL_OPEN_DECISION", open.documentTitle());
        });
        if (unanswered(caseId)) {
            throw Refusal.conflict(
                    "INCIDENTAL_UNANSWERED", String.valueOf(reviews.get(caseId).documentName()));
        }
    }

    /** What the decision says of it (art. 59); null where there was none. */
    @Transactional(readOnly = true)
    public @Nullable String decisionText(String caseId) {
        List<String> texts = mapper.findByCase(caseId).stream()
                .filter(review -> review.state() == State.CONCLUDED || review.state() == State.REFUSED)
                .map(IncidentalText::of)
                .toList();
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    private IncidentalReview require(String caseId) {
        return current(caseId)
                .filter(review -> review.state() == State.SUSPENDED)
                .orElseThrow(() -> Refusal.conflict("INCIDENTAL_NONE"));
    }

    private static Map<String, Object> facts(IncidentalReview review) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("document", review.documentTitle());
        return facts;
    }

    private void tell(
            String kind, String caseId, Actor actor, Map<String, Object> facts, @Nullable LocalDate legalDate) {
        Act act = Act.of(kind, caseId, actor, facts);
        events.publishEvent(legalDate == null ? act : act.on(legalDate));
    }

    private static void one(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
