package io.mingjing.casefile;

import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.event.CaseChanged;
import io.mingjing.shared.event.CaseMoved;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a case over to another government: its people see and handle it from then on, and the former ones no longer. */
@Service
@Transactional
public class CaseMoves {

    private final CaseMapper mapper;
    private final PeopleOfCaseMapper people;
    private final CaseVisibility visibility;
    private final Organs organs;
    private final ApplicationEventPublisher events;

    CaseMoves(
            CaseMapper mapper,
            PeopleOfCaseMapper people,
            CaseVisibility visibility,
            Organs organs,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.people = people;
        this.visibility = visibility;
        this.organs = organs;
        this.events = events;
    }

    /**
     * Moves an open case with its papers, limits and process as they stand. Register and case number stay: one case, one
     * number. Open tasks go to the pools of the other government.
     *
     * @param on day from which the other government handles it
     * @throws Refusal {@code CASE_NOT_OPEN}, {@code CASE_CHANGED}
     */
    public void move(String caseId, String governmentId, LocalDate on, Actor actor) {
        visibility.lock(caseId);
        CaseFile file = visibility.find(caseId);
        if (file.state() != CaseState.OPEN) {
            throw Refusal.conflict("CASE_NOT_OPEN", file.number());
        }
        Organ government = organs.get(governmentId);
        String unit = organs.bureauOf(governmentId).id();
        if (mapper.updateGovernment(caseId, governmentId, government.path(), unit, file.version()) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
        people.findHandlers(caseId).forEach(handler -> people.deleteHandler(caseId, handler.userId()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("before", organs.get(file.governmentId()).name());
        facts.put("after", government.name());
        facts.put("governmentId", governmentId);
        events.publishEvent(Act.of("casefile.moved", caseId, actor, facts).on(on));
        events.publishEvent(new CaseMoved(caseId, governmentId, government.path()));
        events.publishEvent(new CaseChanged(caseId));
    }
}
