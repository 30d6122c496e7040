package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.PartyKind;
import io.mingjing.identity.Organs;
import io.mingjing.review.RunningCases.Outcome;
import io.mingjing.review.RunningCases.Row;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases begun elsewhere come with their clocks. Today is 2026-03-02. */
@IntegrationTest
class RunningCasesIT {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 1, 30);
    private static final LocalDate ACCEPTED = LocalDate.of(2026, 2, 4);
    private static final LocalDate SERVED = LocalDate.of(2026, 2, 26);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RunningCases running;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Organs organs;

    @Autowired
    private JdbcTemplate jdbc;

    private Actor head;
    private String respondent = "";

    RunningCasesIT() {
        head = Actor.SYSTEM;
    }

    @BeforeEach
    void people() {
        ReviewCase any = ReviewCase.of(context, "");
        head = any.actor("unit-head");
        respondent = organs.get(String.valueOf(ReviewCase.application(context).get("respondentOrgan")))
                .name();
    }

    @Test
    void eachCaseStandsAtItsStepAndItsLimitsRunFromItsTrueDays() {
        List<Outcome> outcomes = running.take(
                List.of(
                        row(2, "导收件", LocalDate.of(2026, 3, 2), null, null, null, null),
                        row(3, "导受理", RECEIVED, ACCEPTED, null, null, null),
                        row(4, "导送达", RECEIVED, ACCEPTED, SERVED, null, null),
                        row(5, "导答复", RECEIVED, ACCEPTED, SERVED, LocalDate.of(2026, 2, 27), null),
                        row(
                                6,
                                "导中止",
                                RECEIVED,
                                ACCEPTED,
                                SERVED,
                                LocalDate.of(2026, 2, 27),
                                LocalDate.of(2026, 2, 28))),
                true,
                head);

        assertThat(outcomes).allSatisfy(one -> assertThat(one.refusal()).isNull());
        assertThat(open(outcomes, 0)).containsExactly("userTask_reviewAcceptance");
        assertThat(open(outcomes, 1)).containsExactly("userTask_draftDeemedLetters");
        assertThat(open(outcomes, 2)).containsExactly("userTask_submitReply");
        assertThat(open(outcomes, 3)).containsExactly("userTask_hearViews");
        CaseLimit decide = limit(outcomes, 3, "AR-DECIDE-ORD");
        assertThat(decide.startOn()).isEqualTo(ACCEPTED);
        assertThat(decide.dueOn()).isEqualTo(LocalDate.of(2026, 4, 7)); // 2026-04-05 and 06 are days of rest
        assertThat(limit(outcomes, 2, "AR-REPLY-ORD").startOn()).isEqualTo(SERVED);
        assertThat(limit(outcomes, 4, "AR-DECIDE-ORD").state()).isEqualTo(LimitState.PAUSED);
        assertThat(logged(outcomes.get(4).caseId())).isEqualTo(1);
    }

    @Test
    void nothingOfAWrongLineIsTakenAndTheRightOnesAreByChoice() {
        List<Row> rows = List.of(
                row(2, "导对", RECEIVED, ACCEPTED, SERVED, null, null),
                row(3, "导错", RECEIVED, LocalDate.of(2026, 1, 5), null, LocalDate.of(2026, 2, 27), null));
        List<Outcome> none = running.take(rows, true, head);
        assertThat(none).allSatisfy(one -> assertThat(one.caseId()).isNull());
        Refusal refusal = Objects.requireNonNull(none.get(1).refusal());
        assertThat(refusal.errors())
                .extracting(error -> error.field(), error -> error.code())
                .contains(tuple("acceptedOn", "DATE_TOO_EARLY"), tuple("repliedOn", "EARLIER_STEP_MISSING"));
        assertThat(count("导对")).isZero();

        List<Outcome> right = running.take(rows, false, head);
        assertThat(right.get(0).caseId()).isNotNull();
        assertThat(right.get(1).caseId()).isNull();
        assertThat(count("导对")).isEqualTo(1);
        assertThat(count("导错")).isZero();
        Actor clerk = ReviewCase.of(context, "").actor("intake-clerk");
        assertThatThrownBy(() -> running.take(rows, false, clerk))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("NOT_ALLOWED"));
    }

    private Row row(
            int line,
            String applicant,
            LocalDate received,
            @Nullable LocalDate accepted,
            @Nullable LocalDate served,
            @Nullable LocalDate replied,
            @Nullable LocalDate suspended) {
        return new Row(
                line,
                "旧复〔2026〕" + line + "号",
                received,
                PartyKind.PERSON,
                applicant,
                "13900004321",
                "盛阳市和安区槐荫路18号",
                respondent,
                "PENALTY",
                "HOUSING",
                "导入罚字〔2026〕" + line + "号",
                null,
                null,
                null,
                "请求撤销。",
                "程序违法。",
                false,
                accepted,
                served,
                replied,
                null,
                suspended,
                suspended == null ? null : "8");
    }

    private List<String> open(List<Outcome> outcomes, int index) {
        return ReviewCase.of(context, String.valueOf(outcomes.get(index).caseId()))
                .open();
    }

    private CaseLimit limit(List<Outcome> outcomes, int index, String rule) {
        return limits.of(String.valueOf(outcomes.get(index).caseId())).stream()
                .filter(limit -> limit.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private int logged(@Nullable String caseId) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_entry where case_id = ? and kind = 'review.imported'",
                Integer.class,
                caseId);
        return count == null ? 0 : count;
    }

    private int count(String applicant) {
        Integer count =
                jdbc.queryForObject("select count(*) from casefile_party where name = ?", Integer.class, applicant);
        return count == null ? 0 : count;
    }
}
