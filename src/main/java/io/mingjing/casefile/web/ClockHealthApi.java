package io.mingjing.casefile.web;

import io.mingjing.casefile.ClockHealth;
import io.mingjing.identity.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators and auditors: do the timers say what the limits say? */
@RestController
@RequestMapping("/api/v1/operations/clock-health")
@Tag(name = "Operations")
class ClockHealthApi {

    private final ClockHealth health;
    private final CurrentUser user;

    ClockHealthApi(ClockHealth health, CurrentUser user) {
        this.health = health;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "Compares limits with timers: what was looked at and every difference (ADMIN, AUDITOR)")
    ClockHealth.Report report() {
        return health.report(user.actor());
    }

    @PostMapping("/repair")
    @Operation(summary = "Sets timers as the limits say and tells what it did and could not do (ADMIN)")
    List<ClockHealth.Finding> repair() {
        return health.repair(user.actor());
    }
}
