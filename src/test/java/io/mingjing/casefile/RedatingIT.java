package io.mingjing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What would become of open limits. */
@IntegrationTest
class RedatingIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Redating redating;

    @Autowired
    TimeLimits time;

    @Autowired
    ApplicationContext context;

    @Test
    void aLongerRuleMovesItsOpenLimitsAndNoOthers() {
        Office office = Office.in(context);
        String intake = office.limit(office.caseOf(Area.REVIEW, office.district), "AR-INTAKE", MONDAY.plusDays(7));
        office.limit(office.caseOf(Area.REVIEW, office.district), "AR-DECIDE-ORD", MONDAY.plusDays(60));
        List<Redating.Move> moves = new ArrayList<>();

        Redating.Counts counts = redating.preview(
                Set.of("AR-INTAKE"),
                request -> time.dates(LimitRequest.of("AR-COPY-ORD", request.start())),
                moves::addAll);

        assertThat(moves)
                .filteredOn(move -> move.limitId().equals(intake))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.kind()).isEqualTo(Redating.Kind.LATER);
                    assertThat(move.dueBefore()).isEqualTo(LocalDate.of(2026, 3, 9));
                    assertThat(move.dueAfter()).isEqualTo(LocalDate.of(2026, 3, 11));
                    assertThat(move.number()).startsWith("收〔2026〕");
                });
        assertThat(moves).extracting(Redating.Move::rule).containsOnly("AR-INTAKE");
        assertThat(counts.changed()).isEqualTo(moves.size());
        assertThat(counts.limits()).isGreaterThanOrEqualTo(moves.size());
    }

    @Test
    void aLimitThatCannotBeComputedIsToldAndNotLost() {
        Office office = Office.in(context);
        String limit = office.limit(office.caseOf(Area.REVIEW, office.district), "AR-SUE", MONDAY.plusDays(15));
        List<Redating.Move> moves = new ArrayList<>();

        redating.preview(
                Set.of("AR-SUE"),
                request -> {
                    throw Refusal.invalid("CALENDAR_MISSING", "2030");
                },
                moves::addAll);

        assertThat(moves)
                .filteredOn(move -> move.limitId().equals(limit))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.kind()).isEqualTo(Redating.Kind.REFUSED);
                    assertThat(move.dueAfter()).isEqualTo(move.dueBefore());
                });
    }
}
