package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.DueRow;
import io.mingjing.shared.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what must not be missed: in the application exactly once for each (limit, version, kind, receiver), by
 * mail at least once. All of it is written in the transaction of what it is about; mail leaves after the commit.
 */
@Service
public class Alerts {

    private final Raising raising;
    private final Withdrawal withdrawal;

    Alerts(Raising raising, Withdrawal withdrawal) {
        this.raising = raising;
        this.withdrawal = withdrawal;
    }

    /**
     * Raises the first step of an alert on a limit of a case. Whoever has had it for this version is left alone, so
     * raising twice is raising once.
     *
     * @param rule rule of the limit
     * @param limitDueOn last day of the limit
     * @param on the day on which it had to be said; the log carries it as legal date
     * @return how many people it reached now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int raise(AlertKind kind, String caseId, AlertRef ref, String rule, LocalDate limitDueOn, LocalDate on) {
        DueRow row =
                new DueRow(Ids.next(), caseId, ref.id(), ref.version(), kind, rule, on, limitDueOn, 0, on, "", true, 0);
        Map<String, AlertMapper.CaseRow> cases = raising.casesOf(List.of(row));
        if (cases.isEmpty()) {
            throw new IllegalStateException("Alert on an unknown case " + caseId);
        }
        return raising.raise(List.of(row), cases);
    }

    /** Takes back all that was said of a limit: its date has moved. Mail still owed does not leave. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String refId) {
        withdrawal.all(refId);
    }
}
