package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import io.mingjing.time.TimeLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells how the limits of a case stand. */
@Service
@Transactional(readOnly = true)
public class CaseLimits {

    private final LimitBook book;
    private final CaseVisibility visibility;
    private final TimeLimits time;

    CaseLimits(LimitBook book, CaseVisibility visibility, TimeLimits time) {
        this.book = book;
        this.visibility = visibility;
        this.time = time;
    }

    /** All limits of a case, in the order in which they opened; for use inside an act, without a check of visibility. */
    public List<CaseLimit> of(String caseId) {
        return book.of(caseId);
    }

    /** A limit of a case the actor sees. */
    public CaseLimit get(String limitId, Actor actor) {
        CaseLimit limit = book.get(limitId);
        visibility.requireVisible(limit.caseId(), actor);
        return limit;
    }

    /** The latest open limit of that rule. */
    public Optional<CaseLimit> open(String caseId, String rule) {
        return book.of(caseId).stream()
                .filter(limit -> limit.rule().equals(rule) && limit.state().isOpen())
                .reduce((first, second) -> second);
    }

    /**
     * The last day of the latest limit of that rule, whether it still runs or has lapsed: the legal date of what its lapse
     * brings about.
     */
    public LocalDate lastDay(String caseId, String rule) {
        return book.of(caseId).stream()
                .filter(limit -> limit.rule().equals(rule))
                .reduce((first, second) -> second)
                .map(CaseLimit::dueOn)
                .orElseThrow(() -> new IllegalStateException("case " + caseId + " has no dated limit " + rule));
    }

    /** Every version of a limit, first to last. */
    public List<LimitChange> changes(String limitId, Actor actor) {
        return book.changes(get(limitId, actor).id());
    }

    /** The pauses of a limit with what ordered each, for limits the caller may show. */
    public List<LimitPause> pauses(CaseLimit limit) {
        return limit.pauses().isEmpty() ? List.of() : book.pauses(limit.id());
    }

    /** The light of a limit on a day. */
    public Light light(CaseLimit limit, LocalDate today) {
        return limit.light(today);
    }

    /**
     * Days left in the unit of the limit, 0 on the last day, negative after it; while a pause is open what was left on its
     * first day (frozen), empty when the limit has ended.
     */
    public Optional<Long> daysLeft(CaseLimit limit, LocalDate today) {
        LocalDate due = limit.dueOn();
        if (limit.state() == LimitState.PAUSED && limit.pausedOn() != null) {
            LocalDate pausedOn = limit.pausedOn();
            LocalDate dueWithout =
                    time.dates(LimitVersion.runningOn(limit, pausedOn)).due();
            return dueWithout == null
                    ? Optional.empty()
                    : Optional.of(time.daysLeft(limit.unit(), pausedOn.minusDays(1), dueWithout));
        }
        return due == null || limit.state() != LimitState.RUNNING
                ? Optional.empty()
                : Optional.of(time.daysLeft(limit.unit(), today, due));
    }
}
