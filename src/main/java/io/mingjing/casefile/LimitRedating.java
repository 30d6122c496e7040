package io.mingjing.casefile;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.time.DayUnit;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves open limits when what they were counted from has changed: the start, the length. */
@Service
@Transactional
public class LimitRedating {

    private final LimitBook book;
    private final LimitMapper mapper;
    private final LimitKeeper keeper;
    private final CaseVisibility visibility;
    private final ApplicationEventPublisher events;

    LimitRedating(
            LimitBook book,
            LimitMapper mapper,
            LimitKeeper keeper,
            CaseVisibility visibility,
            ApplicationEventPublisher events) {
        this.book = book;
        this.mapper = mapper;
        this.keeper = keeper;
        this.visibility = visibility;
        this.events = events;
    }

    /** Fixes the length of a limit that a document sets; an open limit of that rule moves with it. */
    public void setDocumentLength(String caseId, String rule, int length, DayUnit unit, Actor actor) {
        visibility.lock(caseId);
        visibility.requireVisible(caseId, actor);
        if (mapper.updateSetting(caseId, rule, length, unit) == 0) {
            mapper.insertSetting(caseId, rule, length, unit);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rule", rule);
        facts.put("length", length);
        facts.put("unit", unit.name());
        events.publishEvent(Act.of("casefile.limitLengthSet", caseId, actor, facts));
        for (CaseLimit limit : book.of(caseId)) {
            boolean other = !Integer.valueOf(length).equals(limit.setLength()) || unit != limit.setUnit();
            if (limit.state().isOpen() && limit.rule().equals(rule) && other) {
                keeper.redate(limit, LimitVersion.lasting(limit, length, unit), "LENGTH_SET", actor);
            }
        }
    }

    /** A key date has moved: open limits that count from it move with it. */
    void startMoved(String caseId, String fact, LocalDate on, Actor actor) {
        for (CaseLimit limit : book.of(caseId)) {
            if (limit.state().isOpen()
                    && limit.startFact().equals(fact)
                    && !limit.startOn().equals(on)) {
                keeper.redate(limit, LimitVersion.startingOn(limit, on), "START_MOVED", actor);
            }
        }
    }
}
