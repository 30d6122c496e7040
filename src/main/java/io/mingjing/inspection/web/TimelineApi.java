package io.mingjing.inspection.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.inspection.Timeline;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The timeline of a case for machines. */
@RestController
class TimelineApi {

    private static final int MOST = 500;

    private final Timeline timeline;
    private final CurrentUser user;

    TimelineApi(Timeline timeline, CurrentUser user) {
        this.timeline = timeline;
        this.user = user;
    }

    /** Acts of a case, newest first; {@code next} is the {@code before} of the following part. */
    @GetMapping("/api/v1/cases/{id}/timeline")
    Timeline.Page timeline(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "100") int limit,
            Locale locale) {
        return timeline.of(id, before, Math.max(1, Math.min(limit, MOST)), locale, user.actor());
    }
}
