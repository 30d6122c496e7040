package io.mingjing.engine;

import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Drives time forward where an installation allows it: demonstration, tests, simulation. */
@Component
public class Timekeeper {

    /** The zone of every legal date. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Duration HORIZON = Duration.ofDays(366);

    private final ClockHand hand;
    private final Clock clock;
    private final CatchUp catchUp;

    Timekeeper(ClockHand hand, Clock clock, CatchUp catchUp) {
        this.hand = hand;
        this.clock = clock;
        this.catchUp = catchUp;
    }

    /** Whether time may be driven here at all. */
    public boolean driven() {
        return hand.driven();
    }

    /** When something next falls due, within a year from now; never before now. */
    public Optional<Instant> nextDue() {
        Instant now = clock.instant();
        return catchUp.nextDue(now.plus(HORIZON)).map(due -> due.isBefore(now) ? now : due);
    }

    /**
     * Goes to the instant and lets what falls due on the way happen in legal order, each at its own hour.
     *
     * @return how many jobs and items were run
     * @throws Refusal {@code TIME_NOT_DRIVEN} where real time rules, {@code TIME_RUNS_FORWARD} for an instant in the past
     */
    public int advanceTo(Instant goal) {
        if (!hand.driven()) {
            throw Refusal.conflict("TIME_NOT_DRIVEN");
        }
        if (goal.isBefore(clock.instant())) {
            throw Refusal.conflict(
                    "TIME_RUNS_FORWARD", clock.instant().atZone(ZONE).toLocalDateTime());
        }
        int done = catchUp.runDueUntil(goal);
        if (clock.instant().isBefore(goal)) {
            hand.moveTo(goal);
        }
        return done;
    }
}
