package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.document.OfficialStyle;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.DayUnit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is decided in a case: the outcome with its grounds, its approval, and what its service sets running. */
@Service
@Transactional
public class ReviewDecisions {

    /** Key date: the decision reached the respondent. */
    public static final String SERVED = "decisionServed";

    /** What presupposes evidence of the act, which art. 70 denies to a respondent that did not reply. */
    private static final Set<String> STANDING = Set.of("UPHOLD", "CHANGE", "DISMISS_CLAIM");

    private final ReviewDecisionMapper mapper;
    private final Reviews reviews;
    private final DecisionGrounds grounds;
    private final Cases cases;
    private final Parties parties;
    private final Organs organs;
    private final LimitActs limits;
    private final CaseAccess access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReviewDecisions(
            ReviewDecisionMapper mapper,
            Reviews reviews,
            DecisionGrounds grounds,
            Cases cases,
            Parties parties,
            Organs organs,
            LimitActs limits,
            CaseAccess access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.grounds = grounds;
        this.cases = cases;
        this.parties = parties;
        this.organs = organs;
        this.limits = limits;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<ReviewDecision> find(String caseId) {
        return mapper.find(caseId);
    }

    /**
     * The articles of a draft.
     *
     * @throws Refusal {@code FIELDS} with every fault: a ground that does not bear the outcome, a change for the worse (行政复议法
     *     art. 63.2), an act upheld that nobody defended (art. 70), a period missing (art. 66; 实施条例 art. 58.3), compensation
     *     left open (art. 72); {@code REPLY_AWAITED} and {@code VIEWS_NOT_HEARD}
     */
    @Transactional(readOnly = true)
    public List<String> check(String caseId, DecisionDraft draft) {
        ReviewCase review = reviews.get(caseId);
        review.requireReplyOver();
        review.requireHeard();
        List<FieldError> faults = new ArrayList<>();
        List<String> articles = grounds.check(draft, faults);
        boolean thirdParty = !parties.of(caseId, PartyRole.THIRD_PARTY).isEmpty();
        checkReply(review, draft, thirdParty, faults);
        checkWorse(draft, thirdParty, faults);
        if (draft.outcome().equals("ORDER_PERFORMANCE") && draft.orderedDays() == null) {
            faults.add(FieldError.of("orderedDays", "PERIOD_MISSING"));
        }
        if (draft.grounds().contains("SAME_ACT_AGAIN") && draft.orderedDays() == null) {
            faults.add(FieldError.of("orderedDays", "PERIOD_MISSING_AGAIN"));
        }
        if (review.compensation() && draft.compensation().equals("NONE")) {
            faults.add(FieldError.of("compensation", "COMPENSATION_UNDECIDED"));
        }
        String holding = draft.holding();
        if (holding == null) {
            if (DecisionText.holding(draft.outcome(), "", "") == null) {
                faults.add(FieldError.of("holding", "HOLDING_MISSING"));
            }
        } else if (!DecisionText.fits(draft.outcome(), holding)) {
            faults.add(FieldError.of("holding", "HOLDING_OUTCOME"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.fields(faults);
        }
        return articles;
    }

    /** The officer's draft, over an earlier one if there is one. Nothing has effect until it is approved and issued. */
    public void draft(String caseId, DecisionDraft draft, Actor actor) {
        List<String> articles = check(caseId, draft);
        Optional<ReviewDecision> before = mapper.find(caseId);
        ReviewDecision decision = new ReviewDecision(
                caseId,
                draft.outcome(),
                String.join(",", draft.grounds()),
                String.join(",", articles),
                String.join(",", draft.measures()),
                draft.orderedDays(),
                draft.worse(),
                draft.thirdPartyProof(),
                draft.compensation(),
                draft.finalBasis(),
                null,
                null,
                actor.userId(),
                now(),
                before.map(ReviewDecision::version).orElse(0));
        if (before.isEmpty()) {
            mapper.insert(decision);
        } else if (mapper.updateDraft(decision) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
        reviews.draftDecision(caseId, draft.outcome(), draft.grounds(), actor);
    }

    /** The head of the organ consented, or the discussion did (art. 61). */
    public void approve(String caseId, String form, Actor actor) {
        mapper.find(caseId).ifPresent(decision -> {
            if (mapper.updateApproval(caseId, decision.version(), form) != 1) {
                throw Refusal.conflict("CASE_CHANGED");
            }
            tell("review.decisionApproved", caseId, actor, Map.of("approvalForm", form), null);
        });
    }

    /** Enters the record of a collective discussion in the secondary part of the file. */
    public void recordDiscussion(
            String caseId,
            LocalDate on,
            String host,
            String members,
            String recorder,
            String opinions,
            String conclusion,
            Actor actor) {
        mapper.insertDiscussion(new Discussion(
                Ids.next(),
                caseId,
                on,
                host,
                members,
                recorder,
                opinions,
                conclusion,
                actor.userId(),
                actor.name(),
                now()));
        tell("review.discussionRecorded", caseId, actor, Map.of("on", on.toString()), on);
    }

    /** The discussions of a case, for those who may read the secondary part; for others there are none. */
    @Transactional(readOnly = true)
    public List<Discussion> discussions(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return access.mayReadPart(caseId, FilePart.SECONDARY, actor) ? mapper.findDiscussions(caseId) : List.of();
    }

    /**
     * The decision reached the respondent: the time for the new act runs from that day (实施条例 art. 58.1: sixty days, or what the
     * decision says), or the time for performance that the decision sets (行政复议法 art. 66). Only the first service counts.
     */
    public void servedOnRespondent(String caseId, LocalDate on) {
        ReviewDecision decision = mapper.find(caseId).orElse(null);
        if (decision == null || mapper.updateServed(caseId, on) == 0) {
            return;
        }
        cases.setKeyDate(caseId, SERVED, on, Actor.SYSTEM);
        Integer days = decision.orderedDays();
        if (days != null) {
            limits.start(caseId, "AR-PERFORM", SERVED, days, DayUnit.NATURAL_DAY, Actor.SYSTEM);
        } else if (DecisionDraft.ordersNewAct(decision.outcome())) {
            limits.start(caseId, "AR-REDO", SERVED, null, null, Actor.SYSTEM);
        }
        tell("review.decisionReachedRespondent", caseId, Actor.SYSTEM, Map.of(), on);
    }

    /** What the letter of the decision says because of its outcome; empty before the first draft. */
    @Transactional(readOnly = true)
    public Map<String, Object> letterFields(String caseId) {
        return mapper.find(caseId)
                .map(decision -> {
                    CaseFile file = cases.require(caseId);
                    String respondent = OfficialStyle.names(parties.of(caseId, PartyRole.RESPONDENT).stream()
                            .map(Party::name)
                            .toList());
                    return DecisionText.fields(
                            decision,
                            respondent,
                            organs.get(file.governmentId()).name(),
                            reviews.get(caseId).actName());
                })
                .orElse(Map.of());
    }

    private static void checkReply(
            ReviewCase review, DecisionDraft draft, boolean thirdParty, List<FieldError> faults) {
        if (draft.thirdPartyProof() && !thirdParty) {
            faults.add(FieldError.of("thirdPartyProof", "NO_THIRD_PARTY"));
        }
        // art. 70: without reply and evidence the act counts as lacking evidence: it is revoked, confirmed illegal or
        // void, or
        // performance is ordered, and nothing else
        if (STANDING.contains(draft.outcome()) && review.replyMissing() && !draft.thirdPartyProof()) {
            String code = draft.outcome().equals("UPHOLD") ? "UPHOLD_WITHOUT_REPLY" : "OUTCOME_WITHOUT_REPLY";
            faults.add(FieldError.of("outcome", code));
        }
        if (draft.grounds().contains("NO_REPLY") && !review.replyMissing()) {
            faults.add(FieldError.of("outcome", "REPLY_IS_THERE"));
        }
    }

    /** art. 63.2: no change for the worse, unless a third party asks for the opposite. */
    private static void checkWorse(DecisionDraft draft, boolean thirdParty, List<FieldError> faults) {
        if (!draft.outcome().equals("CHANGE")) {
            return;
        }
        if (draft.worse() == null) {
            faults.add(FieldError.of("worse", "REQUIRED"));
        } else if (draft.worse().equals("YES")) {
            faults.add(FieldError.of("worse", "WORSE_FOR_APPLICANT"));
        } else if (draft.worse().equals("THIRD_PARTY") && !thirdParty) {
            faults.add(FieldError.of("worse", "NO_THIRD_PARTY"));
        }
    }

    private void tell(
            String kind, String caseId, Actor actor, Map<String, Object> facts, @Nullable LocalDate legalDate) {
        Act act = Act.of(kind, caseId, actor, new LinkedHashMap<>(facts));
        events.publishEvent(legalDate == null ? act : act.on(legalDate));
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
