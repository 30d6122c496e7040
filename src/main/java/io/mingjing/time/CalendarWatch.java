package io.mingjing.time;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes up, on every node, what another node has published. */
@Component
class CalendarWatch {

    private final TimeMapper mapper;
    private final TimeLimits limits;

    CalendarWatch(TimeMapper mapper, TimeLimits limits) {
        this.mapper = mapper;
        this.limits = limits;
    }

    @Scheduled(fixedDelayString = "${mingjing.calendar.watch:5s}", initialDelayString = "${mingjing.calendar.watch:5s}")
    void look() {
        String published = WorkingCalendar.version(mapper.findPublishedYears().stream()
                .map(row -> new WorkingCalendar.Published(row.calendarYear(), row.version()))
                .toList());
        if (!published.equals(limits.calendar().version()) || mapper.countPublications() != limits.publications()) {
            limits.reload();
        }
    }
}
