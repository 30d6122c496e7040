package io.mingjing.alert;

import io.mingjing.alert.Arming.Trigger;
import io.mingjing.shared.event.LimitEnded;
import io.mingjing.shared.event.LimitMoved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what will have to be said in step with the limits, in the transaction that moves them: a moved date withdraws
 * what was said of the old one and is armed anew; a limit that is met has nothing more to warn of, a cancelled one
 * nothing to say at all. That a limit has lapsed is said even though it no longer runs, but nobody is told of it a second
 * time: there is nothing left to do.
 */
@Component
class LimitWatch {

    /** Limits within which somebody outside the office has to answer. */
    private static final Set<String> REPLIES =
            Set.of("AR-REPLY-ORD", "AR-REPLY-SIM", "SO-REPLY", "SUP-LETTER", "ND-SUPP");

    private final AlertMapper mapper;
    private final Arming arming;
    private final Withdrawal withdrawal;

    LimitWatch(AlertMapper mapper, Arming arming, Withdrawal withdrawal) {
        this.mapper = mapper;
        this.arming = arming;
        this.withdrawal = withdrawal;
    }

    @EventListener
    void on(LimitMoved limit) {
        if (limit.cause().equals("CONFIRMED")) {
            if (!limit.provisional()) {
                mapper.deleteProvisionalOf(limit.limitId());
            }
            return; // its dates stay, and so does what else was said of them
        }
        mapper.deleteDueOf(limit.limitId());
        withdrawal.all(limit.limitId());
        LocalDate due = limit.dueOn();
        if (due == null) {
            return;
        }
        LocalDate over = due.plusDays(1); // 00:00 of the day after, when the consequence fires
        LocalDate red = limit.redOn() == null ? over : limit.redOn();
        LocalDate yellow = limit.yellowOn() == null ? red : limit.yellowOn();
        List<Trigger> triggers = new ArrayList<>();
        if (limit.provisional()) {
            triggers.add(trigger(limit, AlertKind.PROVISIONAL_NEAR, due, due));
        }
        if (yellow.isBefore(red)) {
            triggers.add(trigger(limit, AlertKind.LIMIT_YELLOW, yellow, due));
        }
        if (red.isBefore(over)) {
            triggers.add(trigger(limit, AlertKind.LIMIT_RED, red, due));
        }
        triggers.add(trigger(
                limit, REPLIES.contains(limit.rule()) ? AlertKind.REPLY_MISSING : AlertKind.LIMIT_OVERDUE, over, due));
        arming.arm(triggers);
    }

    private static Trigger trigger(LimitMoved limit, AlertKind kind, LocalDate on, LocalDate due) {
        return new Trigger(
                kind, limit.caseId(), new AlertRef(limit.limitId(), limit.version()), limit.rule(), on, due, "");
    }

    @EventListener
    void on(LimitEnded limit) {
        switch (limit.state()) {
            case "LAPSED" -> {
                mapper.deleteFurtherOf(limit.limitId());
                mapper.updateClosing(limit.limitId());
            }
            case "MET" -> {
                mapper.deleteDueOf(limit.limitId());
                withdrawal.warnings(limit.limitId());
            }
            default -> {
                mapper.deleteDueOf(limit.limitId());
                withdrawal.all(limit.limitId());
            }
        }
    }
}
