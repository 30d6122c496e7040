package io.mingjing.casefile;

import io.mingjing.time.TimeLimits;
import io.mingjing.time.WorkingCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the open limits of a case onto the calendar in force. Whatever locks a case does this first, so that no act works
 * on dates of an earlier calendar; the run that follows an approval only touches every case.
 */
@Component
class StaleLimits {

    private static final Logger LOG = LoggerFactory.getLogger(StaleLimits.class);

    /** What made a version of the calendar; null when it came with the installation. */
    private record Cause(String calendarVersion, @Nullable CalendarChange change) {}

    private final LimitBook book;
    private final LimitMapper mapper;
    private final LimitKeeper keeper;
    private final RedatingMapper changes;
    private final TimeLimits time;
    private volatile Cause cause = new Cause("", null);

    StaleLimits(LimitBook book, LimitMapper mapper, LimitKeeper keeper, RedatingMapper changes, TimeLimits time) {
        this.book = book;
        this.mapper = mapper;
        this.keeper = keeper;
        this.changes = changes;
        this.time = time;
    }

    /**
     * For a case that this transaction has locked.
     *
     * @return how many limits have changed
     */
    int bringUpToDate(String caseId) {
        List<CaseLimit> open =
                book.of(caseId).stream().filter(limit -> limit.state().isOpen()).toList();
        String known = time.calendar().version();
        if (open.stream().anyMatch(limit -> WorkingCalendar.isLater(limit.calendarVersion(), known))) {
            time.reload(); // another node has published a year, and this one has not looked yet
        }
        String version = time.calendar().version();
        int changed = 0;
        for (CaseLimit limit : open) {
            if (WorkingCalendar.isLater(version, limit.calendarVersion()) && bringUpToDate(limit, version)) {
                changed++;
            }
        }
        return changed;
    }

    private boolean bringUpToDate(CaseLimit limit, String version) {
        CaseLimit after = Redating.dated(limit, time::dates);
        Redating.Kind kind = after == null ? Redating.Kind.REFUSED : Redating.kind(limit, after);
        if (after != null && kind != null) {
            keeper.recalendared(limit, after, kind, change(version));
            return true;
        }
        if (kind == Redating.Kind.REFUSED) {
            LOG.warn("Limit {} cannot be computed on calendar {}; its dates stay", limit.id(), version);
        }
        mapper.updateCalendarVersion(List.of(limit.id()), limit.version(), version);
        return false;
    }

    private @Nullable CalendarChange change(String version) {
        Cause known = cause;
        if (!known.calendarVersion().equals(version)) {
            known = new Cause(version, changes.findByCalendarVersion(version).orElse(null));
            cause = known;
        }
        return known.change();
    }
}
