package io.mingjing.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Act;
import io.mingjing.shared.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An address of the API that exists in integration tests only: it creates an entry of the log, refuses, or fails. */
@Hidden
@Profile("it")
@RestController
@RequestMapping("/api/v1/trial")
class TrialApi {

    record Order(String what, @JsonProperty(required = true) int days) {}

    private final ApplicationEventPublisher events;
    private final CurrentUser user;

    TrialApi(ApplicationEventPublisher events, CurrentUser user) {
        this.events = events;
        this.user = user;
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Map<String, String>> create(@RequestBody Order order) {
        events.publishEvent(Act.of("trial.created", null, user.actor(), Map.of("what", order.what())));
        if (order.days() < 0) {
            throw Refusal.conflict("PERSON_CHANGED");
        }
        return ResponseEntity.created(URI.create("/api/v1/trial/" + order.what()))
                .body(Map.of("what", order.what()));
    }

    @GetMapping
    String read(@RequestParam LocalDate on) {
        if (on.getYear() == 1999) {
            throw new IllegalStateException("a fault");
        }
        return on.toString();
    }
}
