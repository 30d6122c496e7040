package io.mingjing.time.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import io.mingjing.time.Computed;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Explanations;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Step;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calculator: choose a limit, a date and pauses; read, copy and print the explanation. */
@Controller
class CalculatorController {

    private static final String FIRST_CHOICE = "AR-DECIDE-ORD";
    private static final int PAUSE_ROWS = 3;

    /** A limit to choose from. */
    record Choice(String id, String meaning) {}

    /** A line of the explanation. */
    record Line(LocalDate date, int day, String text) {}

    private final TimeLimits limits;
    private final Explanations explanations;
    private final Clock clock;

    CalculatorController(TimeLimits limits, Explanations explanations, Clock clock) {
        this.limits = limits;
        this.explanations = explanations;
        this.clock = clock;
    }

    @GetMapping("/calculator")
    String page(@RequestParam(defaultValue = FIRST_CHOICE) String rule, Model model, Locale locale) {
        fields(limits.rule(rule), model, locale);
        model.addAttribute("form", new CalculatorForm(rule, null, null, null, null, null, null, null));
        return "time/calculator";
    }

    /** The fields that the chosen limit can have. */
    @HxRequest
    @GetMapping("/calculator/fields")
    String fields(CalculatorForm form, Model model, Locale locale) {
        fields(limits.rule(String.valueOf(form.rule())), model, locale);
        model.addAttribute("form", form);
        return "time/calculator :: fields";
    }

    @HxRequest
    @PostMapping("/calculator")
    String result(CalculatorForm form, Model model, Locale locale) {
        compute(form, model, locale);
        return "time/calculator :: result";
    }

    @PostMapping("/calculator")
    String pageWithResult(CalculatorForm form, Model model, Locale locale) {
        fields(limits.rule(String.valueOf(form.rule())), model, locale);
        model.addAttribute("form", form);
        compute(form, model, locale);
        return "time/calculator";
    }

    private void fields(LimitRule rule, Model model, Locale locale) {
        model.addAttribute("rule", rule);
        model.addAttribute("basis", explanations.basis(rule, locale));
        model.addAttribute("startEvent", explanations.startEvent(rule, locale));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("pauseRows", PAUSE_ROWS);
        model.addAttribute("units", List.of(DayUnit.WORKING_DAY, DayUnit.NATURAL_DAY));
        model.addAttribute(
                "choices",
                limits.rules(LocalDate.now(clock)).stream()
                        .map(limit -> new Choice(limit.id(), explanations.meaning(limit, locale)))
                        .toList());
    }

    private void compute(CalculatorForm form, Model model, Locale locale) {
        LimitRule latest = limits.rule(String.valueOf(form.rule()));
        LimitRequest asked = form.toRequest(latest);
        LimitRule rule = limits.inForce(asked.rule(), asked.start());
        Computed computed = limits.compute(rule, asked);
        model.addAttribute("computed", computed);
        model.addAttribute("meaning", explanations.meaning(rule, locale));
        model.addAttribute("legalBasis", explanations.basis(rule, locale));
        model.addAttribute("paragraph", explanations.paragraph(computed, locale));
        model.addAttribute("daysLeft", daysLeft(computed));
        model.addAttribute(
                "lines",
                computed.steps().stream()
                        .filter(CalculatorController::isWorthALine)
                        .map(step -> new Line(step.date(), step.day(), explanations.text(step, locale)))
                        .toList());
    }

    /** Sixty lines that only count on tell nobody anything; the first of them stands for the rest. */
    private static boolean isWorthALine(Step step) {
        return !step.code().equals("COUNTED") || step.day() == 1;
    }

    private @Nullable Long daysLeft(Computed computed) {
        LocalDate due = computed.due();
        return due == null ? null : limits.daysLeft(computed.unit(), LocalDate.now(clock), due);
    }
}
