package io.mingjing.web.demo;

import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and moves the demonstration's time (Asia/Shanghai). What falls due on the way has happened when it answers. */
@RestController
@RequestMapping("/api/v1/demo/clock")
@ConditionalOnProperty("mingjing.demo")
@Tag(name = "demo")
class DemoClockApi {

    /** A moment of the wall clock in Asia/Shanghai. */
    record Now(@Nullable LocalDateTime now) {}

    private final Timekeeper time;
    private final Clock clock;
    private final CurrentUser user;

    DemoClockApi(Timekeeper time, Clock clock, CurrentUser user) {
        this.time = time;
        this.clock = clock;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "The time it is in the demonstration")
    Now read() {
        requireAdmin();
        return now();
    }

    @PutMapping
    @Operation(summary = "Move time forward; what is due happens in legal order first")
    Now move(@RequestBody Now to) {
        requireAdmin();
        LocalDateTime goal = to.now();
        if (goal == null) {
            throw Refusal.invalid("CLOCK_MISSING");
        }
        time.advanceTo(goal.atZone(Timekeeper.ZONE).toInstant());
        return now();
    }

    private Now now() {
        return new Now(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    }

    private void requireAdmin() {
        if (!user.actor().has(Role.ADMIN)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
    }
}
