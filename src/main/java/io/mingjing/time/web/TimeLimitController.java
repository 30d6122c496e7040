package io.mingjing.time.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjing.time.Computed;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Direction;
import io.mingjing.time.Explanations;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Method;
import io.mingjing.time.OnLapse;
import io.mingjing.time.TimeLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of statutory limits and their computation, for machines. */
@RestController
@RequestMapping(path = "/api/v1/time-limits", produces = MediaType.APPLICATION_JSON_VALUE)
class TimeLimitController {

    /**
     * A limit of the catalogue.
     *
     * @param length null when the document sets it
     * @param maxExtension in the limit's unit; null when the organ or the document sets it
     */
    record TimeLimit(
            String id,
            @Nullable Integer length,
            DayUnit unit,
            Method method,
            @Nullable Integer maxExtension,
            boolean pausable,
            boolean setByDocument,
            String article,
            String legalBasis,
            String meaning,
            String startEvent,
            OnLapse onLapse,
            String onLapseText,
            int yellow,
            int red,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Direction direction,
            boolean local) {}

    /** @param day running count in the limit's own unit; 0 where skipped */
    record StepText(LocalDate date, int day, String text) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Computation(
            String timeLimit,
            @Nullable LocalDate dueDate,
            boolean provisional,
            String legalBasis,
            DayUnit unit,
            @Nullable LocalDate yellowOn,
            @Nullable LocalDate redOn,
            String explanation,
            String calendarVersion,
            List<StepText> steps) {}

    private final TimeLimits limits;
    private final Explanations explanations;
    private final MessageSource messages;
    private final Clock clock;

    TimeLimitController(TimeLimits limits, Explanations explanations, MessageSource messages, Clock clock) {
        this.limits = limits;
        this.explanations = explanations;
        this.messages = messages;
        this.clock = clock;
    }

    @Operation(summary = "The catalogue of limits, each in the version in force")
    @GetMapping
    List<TimeLimit> list(Locale locale) {
        return limits.rules(LocalDate.now(clock)).stream()
                .map(rule -> timeLimit(rule, locale))
                .toList();
    }

    @Operation(summary = "Every version of a limit, first to last: a case uses the one in force on its start event")
    @GetMapping("/{id}/versions")
    List<TimeLimit> versions(@PathVariable String id, Locale locale) {
        return limits.versions(id).stream().map(rule -> timeLimit(rule, locale)).toList();
    }

    @Operation(
            summary = "Computes a limit and explains it day by day",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ComputationBody.class))))
    @PostMapping(path = "/{id}/computations")
    Computation compute(@PathVariable String id, @RequestBody(required = false) @Nullable String body, Locale locale) {
        ComputationBody asked = ComputationBody.read(body, limits.rule(id));
        Computed computed = limits.computeDue(asked.toRequest(id));
        return new Computation(
                computed.rule(),
                computed.due(),
                computed.provisional(),
                explanations.basis(limits.rule(id, computed.start()), locale),
                computed.unit(),
                computed.yellowOn(),
                computed.redOn(),
                explanations.paragraph(computed, locale),
                computed.calendarVersion(),
                computed.steps().stream()
                        .map(step -> new StepText(step.date(), step.day(), explanations.text(step, locale)))
                        .toList());
    }

    private TimeLimit timeLimit(LimitRule rule, Locale locale) {
        return new TimeLimit(
                rule.id(),
                rule.length(),
                rule.unit(),
                rule.method(),
                rule.extensionFree() ? null : rule.maxExtension(),
                rule.pausable(),
                rule.setByDocument(),
                rule.article(),
                explanations.basis(rule, locale),
                explanations.meaning(rule, locale),
                explanations.startEvent(rule, locale),
                rule.onLapse(),
                messages.getMessage("time.onLapse." + rule.onLapse(), null, locale),
                rule.yellow(),
                rule.red(),
                rule.validFrom(),
                rule.validTo(),
                rule.direction(),
                rule.local());
    }
}
