package io.mingjing.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.engine.Timekeeper;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.StoryDay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A small year, each course of a review once, lived by the same code as the year of 245 applications. */
@IntegrationTest
class YearReplayIT {

    private static final LocalDate YEAR_END = LocalDate.of(2025, 12, 31);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theLedgerShowsTheYearAsItWasLivedAndTheLogNothingUnlawful() {
        StoryDay.set(
                context,
                LocalDateTime.of(2025, 1, 1, 8, 0).atZone(Timekeeper.ZONE).toInstant());
        Profile profile = Profile.small();
        DayCount days = DayCount.published();
        Cast cast = new Cast(context, "yr");
        Stories stories = new Stories(profile, 1, days);
        List<Story> drawn = stories.draw();
        assertThat(Stories.coursesOf(drawn)).containsExactlyInAnyOrder(Course.values());
        Year year = new Year(context, profile, cast, days, 1);

        year.live(drawn, stories.enquiries());

        assertThat(year.troubles()).isEmpty();
        assertThat(YearReplay.differences(profile, YearReplay.balance(context, profile, cast)))
                .isEmpty();
        List<LogEntry> log = LogReader.of(jdbc, cast.government.id());
        assertThat(LawChecker.check(log, days, YEAR_END)).isEmpty();
        // and the checker reads this log, not past it
        assertThat(without(log, days, entry -> entry.kind().equals("document.letterApproved")))
                .anyMatch(fault -> fault.startsWith("UNSIGNED "));
        assertThat(without(log, days, entry -> entry.kind().equals("review.viewsHeard")))
                .anyMatch(fault -> fault.startsWith("NOT_HEARD "));
        assertThat(without(log, days, entry -> entry.kind().equals("casefile.limitResumed")))
                .anyMatch(fault -> fault.startsWith("DECIDED_SUSPENDED "));
        assertThat(without(
                        log,
                        days,
                        entry -> entry.kind().equals("review.deemedAccepted")
                                || entry.kind().equals("review.accepted")))
                .anyMatch(fault -> fault.startsWith("ENDED_UNACCEPTED "));
    }

    private static List<String> without(List<LogEntry> log, DayCount days, Predicate<LogEntry> dropped) {
        return LawChecker.check(log.stream().filter(dropped.negate()).toList(), days, YEAR_END);
    }
}
