package io.mingjing.casefile.web;

import io.mingjing.casefile.OrganLights;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When the limits of an organ change their light, for machines. */
@RestController
@RequestMapping("/api/v1/time-limits/{id}/lights")
class OrganLightsApi {

    /**
     * @param organ government whose cases are meant; the own one when it is missing
     * @param yellow in the unit of the limit; natural days for months and years
     */
    record LightsBody(
            @Nullable String organ,
            @Nullable Integer yellow,
            @Nullable Integer red) {}

    /**
     * @param own whether the organ has set them itself
     * @param moved open limits that got new days by this request
     */
    record Lights(String timeLimit, String organ, int yellow, int red, boolean own, int moved) {}

    private final OrganLights lights;
    private final TimeLimits time;
    private final Organs organs;
    private final CurrentUser user;
    private final Clock clock;

    OrganLightsApi(OrganLights lights, TimeLimits time, Organs organs, CurrentUser user, Clock clock) {
        this.lights = lights;
        this.time = time;
        this.organs = organs;
        this.user = user;
        this.clock = clock;
    }

    @Operation(summary = "The lights of a limit in the cases of an organ")
    @GetMapping
    Lights get(@PathVariable String id, @RequestParam(required = false) @Nullable String organ) {
        return now(id, organ(organ, user.actor()), 0);
    }

    @Operation(summary = "Set the lights of a limit for the cases of an organ; its open limits follow at once")
    @PutMapping
    Lights set(@PathVariable String id, @RequestBody LightsBody body) {
        Actor actor = user.actor();
        Integer yellow = body.yellow();
        Integer red = body.red();
        List<FieldError> missing = new ArrayList<>();
        if (yellow == null) {
            missing.add(FieldError.of("yellow", "REQUIRED"));
        }
        if (red == null) {
            missing.add(FieldError.of("red", "REQUIRED"));
        }
        if (yellow == null || red == null) {
            throw Refusal.fields(missing);
        }
        String organ = organ(body.organ(), actor);
        return now(id, organ, lights.set(organ, id, yellow, red, actor));
    }

    @Operation(summary = "Go back to the lights of the catalogue")
    @DeleteMapping
    Lights clear(@PathVariable String id, @RequestParam(required = false) @Nullable String organ) {
        Actor actor = user.actor();
        String government = organ(organ, actor);
        return now(id, government, lights.clear(government, id, actor));
    }

    private Lights now(String id, String organ, int moved) {
        LimitRule rule = time.rule(id, LocalDate.now(clock));
        OrganLights.Setting own = lights.of(organ).get(id);
        return own == null
                ? new Lights(id, organ, rule.yellow(), rule.red(), false, moved)
                : new Lights(id, organ, own.yellow(), own.red(), true, moved);
    }

    private String organ(@Nullable String asked, Actor actor) {
        String organId = asked == null || asked.isBlank() ? actor.organId() : asked;
        if (organId == null) {
            throw Refusal.fields(List.of(FieldError.of("organ", "REQUIRED")));
        }
        return asked == null || asked.isBlank() ? organs.get(organId).governmentId() : organId;
    }
}
