package io.mingjing.casefile;

import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LeadNamed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who handles a case: one 主办人, made by claiming or named by the head, and 协办人 named by the head. */
@Service
@Transactional
public class Handlers {

    /** Pools whose work makes a handler; clerks, heads and organs do single steps. */
    static final Set<Role> HANDLING =
            Set.of(Role.REVIEW_OFFICER, Role.SUPERVISOR, Role.LITIGATION_OFFICER, Role.FILING_OFFICER);

    private final PeopleOfCaseMapper mapper;
    private final CaseVisibility visibility;
    private final Declarations declarations;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Handlers(
            PeopleOfCaseMapper mapper,
            CaseVisibility visibility,
            Declarations declarations,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.visibility = visibility;
        this.declarations = declarations;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** The lead first. */
    @Transactional(readOnly = true)
    public List<Handler> of(String caseId) {
        return mapper.findHandlers(caseId);
    }

    @Transactional(readOnly = true)
    public Optional<Handler> lead(String caseId) {
        return of(caseId).stream()
                .filter(handler -> handler.kind() == Handler.Kind.LEAD)
                .findFirst();
    }

    /**
     * Somebody who is not recused claims a task of that pool: in a pool of handlers, the first to do so becomes the lead
     * of a case that has none.
     *
     * @return whether the person became the lead
     */
    public boolean claimed(String caseId, Role pool, Actor actor) {
        if (!HANDLING.contains(pool)) {
            return false;
        }
        visibility.lock(caseId);
        if (lead(caseId).isPresent()) {
            return false;
        }
        put(caseId, actor.userId(), actor.name(), Handler.Kind.LEAD, "CLAIMED", actor);
        return true;
    }

    /**
     * Somebody gives back the only task by which they became the lead: they do not lead the case after all. Who was named
     * by the head stays.
     */
    public void unclaimed(String caseId, Actor actor) {
        visibility.lock(caseId);
        if (mapper.deleteClaimedLead(caseId, actor.userId()) > 0) {
            events.publishEvent(Act.of("casefile.handlerRelieved", caseId, actor, Map.of("userId", actor.userId())));
        }
    }

    /** Names the lead (the head of the unit); whoever led before no longer handles the case. */
    public void lead(String caseId, String userId, Actor actor) {
        Person person = requireNameable(caseId, userId, actor);
        Optional<Handler> before = lead(caseId);
        if (before.filter(handler -> handler.userId().equals(person.id())).isPresent()) {
            return;
        }
        before.ifPresent(handler -> mapper.deleteHandler(caseId, handler.userId()));
        mapper.deleteHandler(caseId, person.id()); // who assisted leads now
        put(caseId, person.id(), person.name(), Handler.Kind.LEAD, "NAMED", actor);
    }

    /** Names a second (the head of the unit). The lead cannot be the second as well. */
    public void second(String caseId, String userId, Actor actor) {
        Person person = requireNameable(caseId, userId, actor);
        for (Handler handler : of(caseId)) {
            if (handler.userId().equals(person.id())) {
                if (handler.kind() == Handler.Kind.LEAD) {
                    throw Refusal.conflict("HANDLES_ALREADY", person.name());
                }
                return;
            }
        }
        put(caseId, person.id(), person.name(), Handler.Kind.SECOND, "NAMED", actor);
    }

    /**
     * Passes the place of a handler on to somebody else when work is handed over: the head of the unit, or an
     * administrator, who does not see the case for that. Who assists already becomes the lead.
     *
     * <p>Refused: {@code NOT_HANDLER_NOW}, {@code RECUSED}, {@code CANNOT_HANDLE}, {@code UNIT_HEAD_ONLY}, {@code
     * CASE_ARCHIVED}.
     */
    public void handOver(String caseId, String fromUserId, String toUserId, String reason, Actor actor) {
        visibility.lock(caseId);
        if (!actor.has(Role.ADMIN)) {
            visibility.requireRole(caseId, actor, "UNIT_HEAD_ONLY", Role.UNIT_HEAD);
        }
        CaseFile file = visibility.find(caseId);
        if (file.state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", file.number());
        }
        List<Handler> now = of(caseId);
        Handler from = now.stream()
                .filter(handler -> handler.userId().equals(fromUserId))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("NOT_HANDLER_NOW"));
        requireNotRecused(caseId, toUserId);
        Person person = people.get(toUserId);
        if (!person.active() || !mayHandle(file, person)) {
            throw Refusal.conflict("CANNOT_HANDLE", person.name());
        }
        boolean leads = now.stream()
                .anyMatch(handler -> handler.userId().equals(toUserId) && handler.kind() == Handler.Kind.LEAD);
        mapper.deleteHandler(caseId, fromUserId);
        mapper.deleteHandler(caseId, toUserId); // who assists already takes the other's place
        events.publishEvent(Act.of("casefile.handlerRelieved", caseId, actor, Map.of("userId", fromUserId))
                .withPersonal(Map.of("reason", reason)));
        put(caseId, toUserId, person.name(), leads ? Handler.Kind.LEAD : from.kind(), "HANDED_OVER", actor);
    }

    /** Relieves a handler (the head of the unit). */
    public void remove(String caseId, String userId, Actor actor) {
        visibility.lock(caseId);
        visibility.requireRole(caseId, actor, "UNIT_HEAD_ONLY", Role.UNIT_HEAD);
        if (mapper.deleteHandler(caseId, userId) > 0) {
            events.publishEvent(Act.of("casefile.handlerRelieved", caseId, actor, Map.of("userId", userId)));
        }
    }

    /** People who may be named for the case: officers who see it, recused ones left out. */
    @Transactional(readOnly = true)
    public List<Person> candidates(String caseId) {
        CaseFile file = visibility.find(caseId);
        return HANDLING.stream()
                .sorted()
                .flatMap(role -> people.withRole(role, file.governmentId()).stream())
                .distinct()
                .filter(person -> mayHandle(file, person))
                .toList();
    }

    private boolean mayHandle(CaseFile file, Person person) {
        Actor actor = people.actor(person.id());
        Sight sight = people.sight(actor);
        return HANDLING.stream().anyMatch(actor::has)
                && sight.areas().contains(file.area())
                && visibility.visible(file.id(), actor);
    }

    private Person requireNameable(String caseId, String userId, Actor actor) {
        visibility.lock(caseId);
        visibility.requireRole(caseId, actor, "UNIT_HEAD_ONLY", Role.UNIT_HEAD);
        CaseFile file = visibility.find(caseId);
        if (file.state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", file.number());
        }
        requireNotRecused(caseId, userId);
        Person person = people.get(userId);
        if (!person.active() || !mayHandle(file, person)) {
            throw Refusal.conflict("CANNOT_HANDLE", person.name());
        }
        return person;
    }

    private void requireNotRecused(String caseId, String userId) {
        if (mapper.countRecusals(caseId, userId) > 0) {
            throw Refusal.conflict("RECUSED", people.get(userId).name());
        }
        declarations.requireFree(caseId, userId);
    }

    private void put(String caseId, String userId, String name, Handler.Kind kind, String how, Actor actor) {
        mapper.insertHandler(caseId, userId, kind, actor.userId(), clock.instant());
        events.publishEvent(Act.of(
                "casefile.handlerNamed", caseId, actor, Map.of("userId", userId, "kind", kind.name(), "how", how)));
        if (kind == Handler.Kind.LEAD) {
            events.publishEvent(new LeadNamed(caseId, userId, name));
        }
    }
}
