package io.mingjing.casefile;

import io.mingjing.identity.People;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.RecusalsChanged;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who must keep away from a case 回避; from then on the person no longer sees it. */
@Service
@Transactional
public class Recusals {

    private static final int REASON_LENGTH = 1000;

    private final PeopleOfCaseMapper mapper;
    private final CaseVisibility visibility;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Recusals(
            PeopleOfCaseMapper mapper,
            CaseVisibility visibility,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.visibility = visibility;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Recusal> of(String caseId) {
        return mapper.findRecusals(caseId);
    }

    @Transactional(readOnly = true)
    public boolean recused(String caseId, String userId) {
        return mapper.countRecusals(caseId, userId) > 0;
    }

    /** Keeps a person away (the head of the unit, or the person); a handler is relieved by it. */
    public void recuse(String caseId, String userId, String reason, Actor actor) {
        visibility.lock(caseId);
        if (actor.userId().equals(userId)) {
            visibility.requireOfficer(caseId, actor);
        } else {
            visibility.requireRole(caseId, actor, "UNIT_HEAD_ONLY", Role.UNIT_HEAD);
        }
        keepAway(caseId, userId, reason, actor);
    }

    /**
     * Keeps a person away because a procedure decided it; who may decide is for that procedure. In the caller's
     * transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decided(String caseId, String userId, String reason, Actor actor) {
        visibility.lock(caseId);
        keepAway(caseId, userId, reason, actor);
    }

    private void keepAway(String caseId, String userId, String reason, Actor actor) {
        if (reason.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("reason", "REQUIRED")));
        }
        if (reason.length() > REASON_LENGTH) {
            throw Refusal.fields(List.of(FieldError.of("reason", "TOO_LONG", REASON_LENGTH)));
        }
        if (recused(caseId, userId)) {
            return;
        }
        people.get(userId);
        boolean handled = mapper.deleteHandler(caseId, userId) > 0;
        mapper.insertRecusal(caseId, userId, reason.strip(), actor.userId(), clock.instant());
        events.publishEvent(Act.of("casefile.recused", caseId, actor, Map.of("userId", userId, "handled", handled)));
        events.publishEvent(new RecusalsChanged(caseId));
    }
}
