package io.mingjing.casefile;

import io.mingjing.casefile.Declaration.Relation;
import io.mingjing.casefile.RecusalDuty.Level;
import io.mingjing.engine.Decisions;
import io.mingjing.identity.People;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.RelationDeclared;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the staff declares about its own relations 利害关系申报, and what that means for a case. Only the person reads the list;
 * of a case one learns no more than whether somebody must withdraw, and for whom.
 */
@Service
@Transactional
public class Declarations {

    private static final int NAME_LENGTH = 200;
    private static final int NOTE_LENGTH = 500;
    private static final int SHORTEST_ACT = 4;

    private final DeclarationMapper mapper;
    private final Decisions decisions;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Declarations(
            DeclarationMapper mapper,
            Decisions decisions,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.decisions = decisions;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** The actor's own declarations, the newest first. */
    @Transactional(readOnly = true)
    public List<Declaration> own(Actor actor) {
        return mapper.findByUser(actor.userId());
    }

    /**
     * Declares a relation of the actor.
     *
     * @throws Refusal {@code DECLARE_STAFF_ONLY}, and with the fields that are wrong
     */
    public Declaration declare(@Nullable Relation relation, String name, @Nullable String note, Actor actor) {
        if (actor.isSystem() || actor.isPublic() || !people.sight(actor).officer() || actor.has(Role.AUDITOR)) {
            throw Refusal.forbidden("DECLARE_STAFF_ONLY");
        }
        String called = name.strip();
        String words = note == null || note.isBlank() ? null : note.strip();
        List<FieldError> errors = new ArrayList<>();
        if (relation == null) {
            errors.add(FieldError.of("relation", "REQUIRED"));
        }
        if (called.isEmpty()) {
            errors.add(FieldError.of("name", "REQUIRED"));
        } else if (called.length() > NAME_LENGTH) {
            errors.add(FieldError.of("name", "TOO_LONG", NAME_LENGTH, called.length()));
        } else if (relation == Relation.HANDLED_ACT && called.length() < SHORTEST_ACT) {
            errors.add(FieldError.of("name", "ACT_TOO_SHORT"));
        }
        if (words != null && words.length() > NOTE_LENGTH) {
            errors.add(FieldError.of("note", "TOO_LONG", NOTE_LENGTH, words.length()));
        }
        if (!errors.isEmpty() || relation == null) {
            throw Refusal.fields(errors);
        }
        Declaration declaration = new Declaration(
                Ids.next(),
                actor.userId(),
                relation,
                called,
                words,
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                null);
        mapper.insert(declaration);
        events.publishEvent(Act.of("casefile.relationDeclared", null, actor, Map.of("relation", relation.name()))
                .withPersonal(Map.of("name", called)));
        events.publishEvent(new RelationDeclared(actor.userId()));
        return declaration;
    }

    /**
     * The actor says that a relation is over.
     *
     * @throws Refusal {@code DECLARATION_NOT_FOUND}
     */
    public void end(String id, Actor actor) {
        if (mapper.updateEnded(id, actor.userId(), Instant.now(clock).truncatedTo(ChronoUnit.SECONDS)) == 0) {
            throw Refusal.notFound("DECLARATION_NOT_FOUND");
        }
        events.publishEvent(Act.of("casefile.relationEnded", null, actor, Map.of("declarationId", id)));
    }

    /** What a relation to a party, an agent or the act itself obliges to (table {@code recusal.dmn}). */
    public RecusalDuty judge(Relation relation, String name, @Nullable PartyRole role) {
        Map<String, Object> hit = decisions
                .evaluate(
                        "recusalDuty", Map.of("relation", relation.name(), "role", role == null ? "ACT" : role.name()))
                .stream()
                .findFirst()
                .orElse(Map.of());
        return new RecusalDuty(
                Level.valueOf(String.valueOf(hit.getOrDefault("duty", "NONE"))),
                relation,
                name,
                String.valueOf(hit.getOrDefault("article", "NONE")));
    }

    /** The gravest duty of a person in a case by what the person declared; empty where nothing meets the case. */
    public Optional<RecusalDuty> duty(String caseId, String userId) {
        if (mapper.countStanding(userId) == 0) { // as for nearly everybody, and much sooner said
            return Optional.empty();
        }
        return mapper.findMeeting(caseId, userId).stream()
                .map(met -> judge(met.relation(), met.name(), met.role()))
                .filter(duty -> duty.level() != Level.NONE)
                .min(Comparator.comparing(RecusalDuty::level));
    }

    /**
     * Stands before work on a case is given to somebody, or taken.
     *
     * @throws Refusal {@code MUST_WITHDRAW} with the person, the party or act, and the item of 公务员法 art. 76
     */
    public void requireFree(String caseId, String userId) {
        duty(caseId, userId).filter(duty -> duty.level() == Level.MUST).ifPresent(duty -> {
            throw Refusal.conflict("MUST_WITHDRAW", people.get(userId).name(), duty.name(), duty.item());
        });
    }

    /** The handlers of an open case who must withdraw from it. */
    public List<String> conflicted(String caseId) {
        return mapper.findConflicted(caseId).stream()
                .filter(userId -> duty(caseId, userId)
                        .filter(duty -> duty.level() == Level.MUST)
                        .isPresent())
                .toList();
    }

    /** The open cases that a person handles and must withdraw from. */
    public List<String> conflicts(String userId) {
        return mapper.findHandled(userId).stream()
                .filter(caseId -> duty(caseId, userId)
                        .filter(duty -> duty.level() == Level.MUST)
                        .isPresent())
                .toList();
    }
}
