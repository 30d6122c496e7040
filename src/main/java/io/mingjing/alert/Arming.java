package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.DueRow;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.time.DayUnit;
import io.mingjing.time.TimeLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes down what will have to be said on which day. */
@Component
class Arming {

    private final AlertMapper mapper;
    private final AlertPolicy policy;
    private final TimeLimits limits;

    Arming(AlertMapper mapper, AlertPolicy policy, TimeLimits limits) {
        this.mapper = mapper;
        this.policy = policy;
        this.limits = limits;
    }

    /**
     * Something that has happened, or will.
     *
     * @param rule rule of a limit, pool of a task, type of a letter: what the policy decides by
     * @param triggerOn the day from which the steps count
     * @param limitDueOn last day of the limit, where there is one; else the day of the trigger
     * @param subject what it is called, where {@code rule} does not say it
     */
    record Trigger(
            AlertKind kind,
            String caseId,
            AlertRef ref,
            String rule,
            LocalDate triggerOn,
            LocalDate limitDueOn,
            String subject) {}

    /** The first step of each, in one statement. */
    void arm(List<Trigger> triggers) {
        insert(triggers.stream()
                .flatMap(trigger ->
                        policy.first(trigger.kind(), trigger.rule()).map(step -> due(trigger, step)).stream())
                .toList());
    }

    void insert(List<DueRow> rows) {
        if (!rows.isEmpty()) {
            mapper.insertDue(rows);
        }
    }

    private DueRow due(Trigger trigger, AlertPolicy.Step step) {
        return new DueRow(
                Ids.next(),
                trigger.caseId(),
                trigger.ref().id(),
                trigger.ref().version(),
                trigger.kind(),
                trigger.rule(),
                day(trigger.triggerOn(), step.after(), step.unit()),
                trigger.limitDueOn(),
                step.after(),
                trigger.triggerOn(),
                cut(trigger.subject()),
                false,
                0);
    }

    /** The step after the one that was taken, if the policy knows one. */
    Optional<DueRow> next(DueRow row, io.mingjing.shared.Area area) {
        return policy.next(row.kind(), area, row.rule(), row.afterDays())
                .map(step -> row.again(
                        Ids.next(), day(row.triggerOn(), step.after(), step.unit()), step.after(), row.triggerOn()));
    }

    /** The same step once more, counted from another day. */
    DueRow again(DueRow row, LocalDate from) {
        int after = Math.max(1, row.afterDays());
        return row.again(Ids.next(), day(from, after, DayUnit.WORKING_DAY), row.afterDays(), from);
    }

    private LocalDate day(LocalDate from, int days, DayUnit unit) {
        if (unit != DayUnit.WORKING_DAY) {
            return from.plusDays(days);
        }
        try {
            return limits.calendar().addWorkingDays(from, days);
        } catch (Refusal beyondTheCalendar) {
            return from.plusDays(days); // a reminder, not a legal date
        }
    }

    private static String cut(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
