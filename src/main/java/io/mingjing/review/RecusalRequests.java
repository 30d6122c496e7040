package io.mingjing.review;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Declaration.Relation;
import io.mingjing.casefile.Declarations;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.RecusalDuty;
import io.mingjing.casefile.RecusalDuty.Level;
import io.mingjing.casefile.Recusals;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.review.RecusalRequest.Origin;
import io.mingjing.review.RecusalRequest.State;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 回避: asked for by a party or agent, by the person, by the unit, or found from what was declared; decided by the head of the
 * unit, for the head of the unit by the head of the organ (公务员法 art. 76, 77). Who is kept away no longer sees the case.
 */
@Service
@Transactional
public class RecusalRequests {

    private final RecusalRequestMapper mapper;
    private final Declarations declarations;
    private final Recusals recusals;
    private final Reviews reviews;
    private final Cases cases;
    private final Parties parties;
    private final People people;
    private final CaseAccess access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RecusalRequests(
            RecusalRequestMapper mapper,
            Declarations declarations,
            Recusals recusals,
            Reviews reviews,
            Cases cases,
            Parties parties,
            People people,
            CaseAccess access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.declarations = declarations;
        this.recusals = recusals;
        this.reviews = reviews;
        this.cases = cases;
        this.parties = parties;
        this.people = people;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** What is asked. */
    public record Asked(
            Origin origin, @Nullable String applicant, String person, Relation relation, String tie, String facts) {}

    /** All of a case in their order, for those who may read the secondary part; for others there are none. */
    @Transactional(readOnly = true)
    public List<RecusalRequest> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return access.mayReadPart(caseId, FilePart.SECONDARY, actor) ? mapper.findByCase(caseId) : List.of();
    }

    /** The last one of a case. */
    @Transactional(readOnly = true)
    public Optional<RecusalRequest> last(String caseId) {
        return mapper.findByCase(caseId).stream().reduce((first, second) -> second);
    }

    /** The one that waits for its decision. */
    @Transactional(readOnly = true)
    public Optional<RecusalRequest> current(String caseId) {
        return mapper.findByCase(caseId).stream()
                .filter(request -> request.state() == State.ASKED)
                .findFirst();
    }

    /**
     * Asks that a member of the staff be kept away.
     *
     * @throws Refusal {@code RECUSAL_UNDER_WAY}, {@code RECUSED}, and with the fields: {@code PERSON_UNKNOWN}, {@code
     *     NOT_A_PARTY}, {@code RECUSAL_NOT_SELF}
     */
    public RecusalRequest ask(String caseId, Asked asked, Actor actor) {
        if (current(caseId).isPresent()) {
            throw Refusal.conflict("RECUSAL_UNDER_WAY");
        }
        Person person = people.officersOf(cases.require(caseId).governmentId()).stream()
                .filter(each -> each.name().equals(asked.person().strip()))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.fields(List.of(FieldError.of("recusalPerson", "PERSON_UNKNOWN", asked.person()))));
        if (recusals.recused(caseId, person.id())) {
            throw Refusal.conflict("RECUSED", person.name());
        }
        if (asked.origin() == Origin.SELF && !person.id().equals(actor.userId())) {
            throw Refusal.fields(List.of(FieldError.of("recusalPerson", "RECUSAL_NOT_SELF")));
        }
        String applicant = asked.applicant();
        if (asked.origin() == Origin.PARTY
                && (applicant == null || role(caseId, applicant).isEmpty())) {
            throw Refusal.fields(List.of(FieldError.of("recusalApplicant", "NOT_A_PARTY", String.valueOf(applicant))));
        }
        Optional<PartyRole> role = role(caseId, asked.tie());
        if (role.isEmpty() && asked.relation() != Relation.HANDLED_ACT) {
            throw Refusal.fields(List.of(FieldError.of("recusalTie", "NOT_A_PARTY", asked.tie())));
        }
        Optional<RecusalDuty> own = declarations.duty(caseId, person.id()).filter(duty -> duty.level() == Level.MUST);
        RecusalDuty duty = own.orElseGet(
                () -> declarations.judge(asked.relation(), asked.tie().strip(), role.orElse(null)));
        return keep(caseId, asked.origin(), applicant, person, duty, asked.facts(), own.isPresent(), actor);
    }

    /**
     * A handler has declared a relation that meets the case, and nobody has asked yet.
     *
     * @return what was asked in the name of the system; empty where nothing is to be asked
     */
    public Optional<RecusalRequest> found(String caseId, String userId) {
        if (reviews.find(caseId).isEmpty() || current(caseId).isPresent() || recusals.recused(caseId, userId)) {
            return Optional.empty();
        }
        return declarations
                .duty(caseId, userId)
                .filter(duty -> duty.level() == Level.MUST)
                .map(duty ->
                        keep(caseId, Origin.SYSTEM, null, people.get(userId), duty, duty.name(), true, Actor.SYSTEM));
    }

    /**
     * Decides. On approval the person loses sight of the case, the tasks go back to the pool.
     *
     * @throws Refusal {@code UNIT_HEAD_ONLY}, {@code ORGAN_HEAD_ONLY_RECUSAL}, {@code RECUSAL_OWN}, {@code
     *     RECUSAL_COMPULSORY} where the person declared a relation that leaves no choice
     */
    public RecusalRequest decide(String caseId, boolean grant, String opinion, Actor actor) {
        RecusalRequest request = current(caseId).orElseThrow(() -> Refusal.conflict("RECUSAL_NONE"));
        if (!actor.has(request.decider())) {
            throw Refusal.forbidden(request.decider() == Role.UNIT_HEAD ? "UNIT_HEAD_ONLY" : "ORGAN_HEAD_ONLY_RECUSAL");
        }
        requireOther(caseId, actor);
        if (!grant && request.declared() && request.duty() == Level.MUST) {
            throw Refusal.conflict("RECUSAL_COMPULSORY", request.personName(), request.tie(), item(request));
        }
        if (mapper.updateDecision(
                        request.id(),
                        request.version(),
                        grant ? State.GRANTED : State.REJECTED,
                        opinion,
                        actor.userId(),
                        now())
                != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
        events.publishEvent(Act.of(
                grant ? "review.recusalGranted" : "review.recusalRejected",
                caseId,
                actor,
                Map.of("userId", request.personId(), "origin", request.origin().name())));
        if (grant) {
            recusals.decided(caseId, request.personId(), opinion, actor);
        }
        return request;
    }

    /**
     * Who is to be kept away has no part in deciding on it or answering it.
     *
     * @throws Refusal {@code RECUSAL_OWN}
     */
    public void requireOther(String caseId, Actor actor) {
        last(caseId)
                .filter(request -> request.personId().equals(actor.userId()))
                .ifPresent(request -> {
                    throw Refusal.forbidden("RECUSAL_OWN");
                });
    }

    private RecusalRequest keep(
            String caseId,
            Origin origin,
            @Nullable String applicant,
            Person person,
            RecusalDuty duty,
            String facts,
            boolean declared,
            Actor actor) {
        RecusalRequest request = new RecusalRequest(
                Ids.next(),
                caseId,
                mapper.findByCase(caseId).size() + 1,
                State.ASKED,
                origin,
                origin == Origin.PARTY && applicant != null ? applicant.strip() : null,
                person.id(),
                person.name(),
                duty.relation(),
                duty.name(),
                facts,
                duty.level(),
                duty.article(),
                declared,
                person.has(Role.UNIT_HEAD) ? Role.ORGAN_HEAD : Role.UNIT_HEAD,
                null,
                null,
                null,
                actor.userId(),
                now(),
                0);
        mapper.insert(request);
        events.publishEvent(Act.of(
                "review.recusalAsked",
                caseId,
                actor,
                Map.of(
                        "userId", person.id(),
                        "origin", origin.name(),
                        "relation", duty.relation().name(),
                        "recusalDuty", duty.level().name())));
        return request;
    }

    private Optional<PartyRole> role(String caseId, String name) {
        return parties.of(caseId).stream()
                .filter(party -> party.leftOn() == null && party.name().equals(name.strip()))
                .map(Party::role)
                .findFirst();
    }

    private static int item(RecusalRequest request) {
        return new RecusalDuty(request.duty(), request.relation(), request.tie(), request.article()).item();
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
