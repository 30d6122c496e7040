package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.DueRow;
import io.mingjing.shared.Ids;
import io.mingjing.shared.event.LimitEnded;
import io.mingjing.shared.event.LimitMoved;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what will have to be said in step with the limits, in the transaction that moves them: a moved date withdraws
 * what was said of the old one and is armed anew; a limit that is met has nothing more to warn of, a cancelled one
 * nothing to say at all. That a limit has lapsed is said even though it no longer runs.
 */
@Component
class LimitWatch {

    /** Limits within which somebody outside the office has to answer. */
    private static final Set<String> REPLIES =
            Set.of("AR-REPLY-ORD", "AR-REPLY-SIM", "SO-REPLY", "SUP-LETTER", "ND-SUPP");

    private final AlertMapper mapper;
    private final Alerts alerts;

    LimitWatch(AlertMapper mapper, Alerts alerts) {
        this.mapper = mapper;
        this.alerts = alerts;
    }

    @EventListener
    void on(LimitMoved limit) {
        if (limit.cause().equals("CONFIRMED")) {
            return; // its dates stay, and so does what was said of them
        }
        mapper.deleteDueOf(limit.limitId());
        alerts.withdraw(limit.limitId());
        LocalDate due = limit.dueOn();
        if (due == null) {
            return;
        }
        LocalDate over = due.plusDays(1); // 00:00 of the day after, when the consequence fires
        LocalDate red = limit.redOn() == null ? over : limit.redOn();
        LocalDate yellow = limit.yellowOn() == null ? red : limit.yellowOn();
        if (yellow.isBefore(red)) {
            arm(limit, AlertKind.LIMIT_YELLOW, yellow, due);
        }
        if (red.isBefore(over)) {
            arm(limit, AlertKind.LIMIT_RED, red, due);
        }
        arm(limit, REPLIES.contains(limit.rule()) ? AlertKind.REPLY_MISSING : AlertKind.LIMIT_OVERDUE, over, due);
    }

    private void arm(LimitMoved limit, AlertKind kind, LocalDate on, LocalDate due) {
        mapper.insertDue(new DueRow(
                Ids.next(), limit.caseId(), limit.limitId(), limit.version(), kind, limit.rule(), on, due, 0));
    }

    @EventListener
    void on(LimitEnded limit) {
        switch (limit.state()) {
            case "LAPSED" -> mapper.deleteWarningsOf(limit.limitId());
            case "MET" -> {
                mapper.deleteDueOf(limit.limitId());
                alerts.withdrawWarnings(limit.limitId());
            }
            default -> {
                mapper.deleteDueOf(limit.limitId());
                alerts.withdraw(limit.limitId());
            }
        }
    }
}
