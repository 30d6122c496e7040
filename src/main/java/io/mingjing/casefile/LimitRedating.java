package io.mingjing.casefile;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.time.DayUnit;
import io.mingjing.time.TimeLimits;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves open limits when what they were counted from has changed: the start, the length, the calendar. */
@Service
@Transactional
public class LimitRedating {

    private final LimitBook book;
    private final LimitMapper mapper;
    private final LimitKeeper keeper;
    private final CaseVisibility visibility;
    private final TimeLimits time;
    private final ApplicationEventPublisher events;

    LimitRedating(
            LimitBook book,
            LimitMapper mapper,
            LimitKeeper keeper,
            CaseVisibility visibility,
            TimeLimits time,
            ApplicationEventPublisher events) {
        this.book = book;
        this.mapper = mapper;
        this.keeper = keeper;
        this.visibility = visibility;
        this.time = time;
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

    /** Computes a limit again on the calendar in force; ids come from {@link #onOtherCalendar()}. Dates may stay. */
    public void recompute(String limitId, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        if (limit.state().isOpen() && !limit.calendarVersion().equals(calendarVersion())) {
            keeper.redate(limit, limit.request(), "CALENDAR", actor);
        }
    }

    /** Open limits that were computed on another version of the calendar. */
    @Transactional(readOnly = true)
    public List<String> onOtherCalendar() {
        return book.openOnOtherCalendar(calendarVersion());
    }

    private String calendarVersion() {
        return time.calendar().version();
    }

    private CaseLimit locked(String limitId, Actor actor) {
        CaseLimit seen = book.get(limitId);
        visibility.requireVisible(seen.caseId(), actor);
        visibility.lock(seen.caseId());
        return book.get(limitId);
    }
}
