package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.LimitState;
import io.mingjing.engine.Timekeeper;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The limits of the main course of a review: their first and last days, and what follows when one lapses. */
@IntegrationTest
class ReviewLimitsIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Reviews reviews;

    @Autowired
    private TimeLimits time;

    @Autowired
    private Timekeeper clock;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void silenceOfTheRespondentAndOfTheOrganHasItsConsequenceOnTheLastDay() {
        ReviewCase review = ReviewCase.registered(context);
        assertLimit(review, "AR-INTAKE", MONDAY, LocalDate.of(2026, 3, 9));
        review.to(Step.ACCEPTED);
        assertLimit(review, "AR-COPY-ORD", MONDAY, LocalDate.of(2026, 3, 11));
        assertLimit(review, "AR-DECIDE-ORD", MONDAY, LocalDate.of(2026, 5, 6)); // 1 May is a holiday
        review.to(Step.COPIED);
        assertLimit(review, "AR-REPLY-ORD", MONDAY, LocalDate.of(2026, 3, 16));

        day(16);
        assertThat(reviews.get(review.id()).replyMissing()).isFalse();
        day(17);
        assertThat(reviews.get(review.id()).replyMissing()).isTrue();
        assertThat(review.open()).containsExactly("userTask_hearViews");
        assertThat(legalDates(review, "review.replyMissing")).containsExactly(LocalDate.of(2026, 3, 16));

        day(66); // 5 May
        assertThat(reviews.get(review.id()).decisionOverdue()).isFalse();
        day(69);
        assertThat(reviews.get(review.id()).decisionOverdue()).isTrue();
        assertThat(legalDates(review, "review.decisionOverdue")).containsExactly(LocalDate.of(2026, 5, 6));
        assertThat(review.open()).as("the decision is still due").containsExactly("userTask_hearViews");
    }

    @Test
    void fiveWorkingDaysOfSilenceAcceptOnTheLastOfThemAlsoWhenACorrectionWasProposed() {
        ReviewCase silent = ReviewCase.registered(context);
        ReviewCase proposed = ReviewCase.registered(context);
        proposed.complete("review-officer", "userTask_reviewAcceptance", ReviewCase.correction());
        day(10);
        for (ReviewCase review : List.of(silent, proposed)) {
            assertThat(reviews.get(review.id()).acceptedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
            assertThat(reviews.get(review.id()).deemed()).isTrue();
            assertThat(legalDates(review, "review.deemedAccepted")).containsExactly(LocalDate.of(2026, 3, 9));
            assertLimit(review, "AR-DECIDE-ORD", LocalDate.of(2026, 3, 9), LocalDate.of(2026, 5, 8));
        }
        assertThat(time.dates(LimitRequest.of("AR-FIXNOTICE", MONDAY)).due()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(time.dates(LimitRequest.of("AR-DEEMED-DECIDE", MONDAY)).due())
                .as("the whole way from the receipt")
                .isEqualTo(LocalDate.of(2026, 5, 8));
    }

    private void assertLimit(ReviewCase review, String rule, LocalDate start, LocalDate due) {
        CaseLimit limit = limits.open(review.id(), rule).orElseThrow();
        assertThat(limit.startOn()).as(rule).isEqualTo(start);
        assertThat(limit.dueOn()).as(rule).isEqualTo(due);
        assertThat(limit.state()).isEqualTo(LimitState.RUNNING);
    }

    private List<LocalDate> legalDates(ReviewCase review, String kind) {
        return jdbc.queryForList(
                "select legal_date from audit_entry where case_id = ? and kind = ?",
                LocalDate.class,
                review.id(),
                kind);
    }

    /** Goes on to the morning of that day, counted from 1 March. */
    private void day(int ofMarch) {
        clock.advanceTo(StoryDay.MORNING.plus(Duration.ofDays(ofMarch - 2L)));
    }
}
