package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.LimitState;
import io.mingjing.time.Computed;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Explanations;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words how a limit stands. */
@Component
class LimitTexts {

    /**
     * A limit as a line shows it.
     *
     * @param left like 剩3个工作日; empty when the limit has ended
     * @param due like 至2026-03-05, or since when it is paused
     */
    record Line(
            CaseLimit limit,
            String meaning,
            String basis,
            String light,
            boolean over,
            String left,
            String due,
            boolean open,
            boolean paused,
            boolean pausable,
            boolean extensible) {}

    /** A day of an explanation. */
    record Step(LocalDate date, int day, String text) {}

    /** Why a limit ends when it ends. */
    record Explanation(String meaning, String basis, String paragraph, List<Step> steps) {}

    private final CaseLimits limits;
    private final TimeLimits time;
    private final Explanations explanations;
    private final MessageSource messages;
    private final Clock clock;

    LimitTexts(CaseLimits limits, TimeLimits time, Explanations explanations, MessageSource messages, Clock clock) {
        this.limits = limits;
        this.time = time;
        this.explanations = explanations;
        this.messages = messages;
        this.clock = clock;
    }

    Line line(CaseLimit limit, Locale locale) {
        LimitRule rule = time.rule(limit.rule(), limit.startOn());
        boolean open = limit.state().isOpen();
        boolean paused = limit.state() == LimitState.PAUSED;
        Long days = daysLeft(limit);
        return new Line(
                limit,
                explanations.meaning(rule, locale),
                explanations.basis(rule, locale),
                light(limit).name(),
                days != null && days < 0,
                days == null ? "" : left(days, limit.unit(), locale),
                due(limit, locale),
                open,
                paused,
                open && !paused && rule.pausable(),
                open && (rule.extensionFree() || rule.maxExtension() > limit.extensionDays()));
    }

    Light light(CaseLimit limit) {
        return limit.light(today());
    }

    @Nullable
    Long daysLeft(CaseLimit limit) {
        return limits.daysLeft(limit, today()).orElse(null);
    }

    Explanation explanation(CaseLimit limit, Locale locale) {
        Computed computed = time.compute(limit.request());
        LimitRule rule = time.rule(limit.rule(), limit.startOn());
        return new Explanation(
                explanations.meaning(rule, locale),
                explanations.basis(rule, locale),
                explanations.paragraph(computed, locale),
                computed.steps().stream()
                        .map(step -> new Step(step.date(), step.day(), explanations.text(step, locale)))
                        .toList());
    }

    private String due(CaseLimit limit, Locale locale) {
        if (limit.state() == LimitState.PAUSED && limit.pausedOn() != null) {
            return text("casefile.pausedSince", locale, limit.pausedOn());
        }
        return limit.dueOn() == null ? "" : text("casefile.until", locale, limit.dueOn());
    }

    private String left(long days, DayUnit unit, Locale locale) {
        if (days == 0) {
            return text("casefile.left.today", locale);
        }
        String counted = unit == DayUnit.WORKING_DAY ? "WORKING_DAY" : "NATURAL_DAY";
        return text((days < 0 ? "casefile.over." : "casefile.left.") + counted, locale, Long.toString(Math.abs(days)));
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
