package io.mingjing.review;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.identity.Organs;
import io.mingjing.review.ThirdParty.Proposal;
import io.mingjing.review.ThirdParty.State;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins third parties to a review, on their application or by the unit's notice (行政复议法 art. 16). The law sets no limit of
 * days; it can be done between acceptance and decision.
 */
@Service
@Transactional
public class ThirdParties {

    /** 第三人参加行政复议通知书. */
    public static final String NOTICE = "third-party-notice";

    private final ThirdPartyMapper mapper;
    private final Reviews reviews;
    private final Parties parties;
    private final Organs organs;
    private final Letters letters;
    private final CaseLetters caseLetters;
    private final CaseAccess access;
    private final ActDay actDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ThirdParties(
            ThirdPartyMapper mapper,
            Reviews reviews,
            Parties parties,
            Organs organs,
            Letters letters,
            CaseLetters caseLetters,
            CaseAccess access,
            ActDay actDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.parties = parties;
        this.organs = organs;
        this.letters = letters;
        this.caseLetters = caseLetters;
        this.access = access;
        this.actDay = actDay;
        this.clock = clock;
        this.events = events;
    }

    /** All who were proposed, in their order. */
    @Transactional(readOnly = true)
    public List<ThirdParty> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return mapper.findByCase(caseId);
    }

    /** The proposal that nobody has decided on. */
    @Transactional(readOnly = true)
    public Optional<ThirdParty> proposed(String caseId) {
        return mapper.findByCase(caseId).stream()
                .filter(one -> one.state() == State.PROPOSED)
                .findFirst();
    }

    /**
     * An officer proposes that somebody joins, over the proposal in hand if there is one; the notice is drafted.
     *
     * @throws Refusal {@code NOT_ACCEPTED}, {@code THIRD_PARTY_TOO_LATE} after the decision, {@code THIRD_PARTY_ALREADY}
     *     where it is a party of the case, and with the fields
     */
    public void propose(String caseId, Proposal proposal, Actor actor) {
        requireUnderReview(caseId);
        if (proposal.askedToJoin() && proposal.askedOn() == null) {
            throw Refusal.fields(List.of(FieldError.of("appliedOn", "REQUIRED")));
        }
        String name = name(proposal);
        requireNoParty(caseId, name);
        proposed(caseId).ifPresent(before -> decide(before, State.DROPPED, null, null, actor));
        ThirdParty thirdParty = new ThirdParty(
                Ids.next(),
                caseId,
                State.PROPOSED,
                proposal.askedToJoin(),
                proposal.askedOn(),
                proposal.kind(),
                name,
                proposal.organId(),
                proposal.address(),
                proposal.interest(),
                proposal.contact(),
                null,
                null,
                null,
                null,
                null,
                null,
                actor.userId(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                0);
        mapper.insert(thirdParty);
        caseLetters.supersede(caseId, List.of(NOTICE), actor);
        Map<String, Object> fields = new HashMap<>();
        fields.put("joinedName", name);
        fields.put("interest", sentence(proposal.interest()));
        fields.put("appliedToJoin", proposal.askedToJoin());
        if (proposal.contact() != null) {
            fields.put("contact", proposal.contact());
        }
        letters.draft(caseId, NOTICE, fields, List.of(new Recipient(Ids.next(), name, "THIRD_PARTY")), actor);
        tell("review.thirdPartyProposed", thirdParty, actor);
    }

    /**
     * The head of the unit agrees: it is a party of the case from now on, and letters reach it.
     *
     * @throws Refusal {@code UNIT_HEAD_ONLY}, {@code THIRD_PARTY_NONE}, {@code THIRD_PARTY_TOO_LATE}
     */
    public Party join(String caseId, String opinion, Actor actor) {
        ThirdParty thirdParty = inHand(caseId, actor);
        requireUnderReview(caseId);
        requireNoParty(caseId, thirdParty.name());
        Party party = parties.add(
                caseId,
                new NewParty(
                        PartyRole.THIRD_PARTY,
                        thirdParty.kind(),
                        thirdParty.name(),
                        thirdParty.organId(),
                        null,
                        null,
                        null,
                        null,
                        thirdParty.address()),
                actor);
        decide(thirdParty, State.JOINED, opinion, party.id(), actor);
        Letter notice = caseLetters.current(caseId, NOTICE);
        letters.readdress(notice.id(), List.of(new Recipient(party.id(), party.name(), "THIRD_PARTY")), actor);
        letters.approve(notice.id(), Role.UNIT_HEAD, opinion, actor);
        tell("review.thirdPartyJoined", thirdParty, actor);
        return party;
    }

    /**
     * The head of the unit does not agree, with the reason; the notice is given up.
     *
     * @throws Refusal {@code UNIT_HEAD_ONLY}, {@code THIRD_PARTY_NONE}, {@code THIRD_PARTY_EX_OFFICIO} where nobody asked
     */
    public void refuse(String caseId, String opinion, Actor actor) {
        ThirdParty thirdParty = inHand(caseId, actor);
        if (!thirdParty.askedToJoin()) {
            throw Refusal.conflict("THIRD_PARTY_EX_OFFICIO");
        }
        decide(thirdParty, State.REFUSED, opinion, null, actor);
        caseLetters.supersede(caseId, List.of(NOTICE), actor);
        tell("review.thirdPartyRefused", thirdParty, actor);
    }

    /** The head of the unit sends the proposal back. */
    public void sendBack(String caseId, String opinion, Actor actor) {
        inHand(caseId, actor);
        letters.sendBack(caseLetters.current(caseId, NOTICE).id(), Role.UNIT_HEAD, opinion, actor);
    }

    /** Who asked in vain was told. */
    public void told(String caseId, LocalDate on, String way, Actor actor) {
        ThirdParty refused = mapper.findByCase(caseId).stream()
                .filter(one -> one.state() == State.REFUSED && one.toldOn() == null)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("THIRD_PARTY_NONE"));
        LocalDate decidedOn = refused.decidedOn();
        if (decidedOn != null && on.isBefore(decidedOn)) {
            throw Refusal.fields(List.of(FieldError.of("toldOn", "DATE_TOO_EARLY", decidedOn)));
        }
        one(mapper.updateTold(refused.id(), refused.version(), on, way));
        tell("review.thirdPartyTold", refused, actor);
    }

    /** Nobody proposes it any longer. */
    public void drop(String caseId, Actor actor) {
        proposed(caseId).ifPresent(thirdParty -> {
            decide(thirdParty, State.DROPPED, null, null, actor);
            caseLetters.supersede(caseId, List.of(NOTICE), actor);
            tell("review.thirdPartyDropped", thirdParty, actor);
        });
    }

    private ThirdParty inHand(String caseId, Actor actor) {
        if (!actor.has(Role.UNIT_HEAD)) {
            throw Refusal.forbidden("UNIT_HEAD_ONLY");
        }
        return proposed(caseId).orElseThrow(() -> Refusal.conflict("THIRD_PARTY_NONE"));
    }

    private void requireUnderReview(String caseId) {
        ReviewCase review = reviews.get(caseId);
        review.requireAccepted();
        if (review.decidedOn() != null) {
            throw Refusal.conflict("THIRD_PARTY_TOO_LATE");
        }
    }

    private void requireNoParty(String caseId, String name) {
        for (Party party : parties.of(caseId)) {
            if (party.leftOn() == null
                    && party.role() != PartyRole.AGENT
                    && party.name().equals(name)) {
                throw Refusal.conflict("THIRD_PARTY_ALREADY", name);
            }
        }
    }

    private String name(Proposal proposal) {
        if (proposal.kind() == PartyKind.ORGAN) {
            if (proposal.organId() == null) {
                throw Refusal.fields(List.of(FieldError.of("thirdOrgan", "REQUIRED")));
            }
            return organs.get(proposal.organId()).name();
        }
        if (proposal.name() == null || proposal.name().isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("thirdName", "REQUIRED")));
        }
        return proposal.name().strip();
    }

    /** As it stands inside the sentence of the notice. */
    private static String sentence(String interest) {
        return interest.strip().replaceAll("[。；，,;.]+$", "") + "，";
    }

    private void decide(
            ThirdParty thirdParty, State state, @Nullable String opinion, @Nullable String partyId, Actor actor) {
        one(mapper.updateDecision(
                thirdParty.id(), thirdParty.version(), state, opinion, actor.userId(), actDay.today(), partyId));
    }

    private void tell(String kind, ThirdParty thirdParty, Actor actor) {
        events.publishEvent(Act.of(kind, thirdParty.caseId(), actor, Map.of("asked", thirdParty.askedToJoin()))
                .withPersonal(Map.of("name", thirdParty.name())));
    }

    private static void one(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
