package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.LimitChange;
import io.mingjing.casefile.LimitPause;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.PauseGrounds;
import io.mingjing.casefile.WhatIf;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.time.Computed;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Explanations;
import io.mingjing.time.Extension;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
            boolean extensible,
            boolean convertible,
            boolean suspended,
            String outcome,
            List<String> pauses,
            List<String> extensions) {}

    /**
     * A version of a limit in words.
     *
     * @param cause why it came about: ground, document, reason, step
     * @param effectiveOn its legal date, where it has one of its own
     */
    record Version(
            int number,
            LimitChange.Kind kind,
            String what,
            String cause,
            String by,
            Instant at,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueAfter,
            String state) {}

    /** What an act would bring about, in words. */
    record Outlook(
            List<Row> rows,
            String untouched,
            boolean stops,
            @Nullable LocalDate resumedOn,
            boolean provisional) {}

    /** One limit of it. */
    record Row(
            String rule,
            String meaning,
            WhatIf.Change change,
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueAfter,
            String lightBefore,
            String lightAfter) {}

    /** A day of an explanation. */
    record Step(LocalDate date, int day, String text) {}

    /** Why a limit ends when it ends. */
    record Explanation(String meaning, String basis, String paragraph, List<Step> steps) {}

    private final CaseLimits limits;
    private final TimeLimits time;
    private final Explanations explanations;
    private final OwnLimitsPart own;
    private final MessageSource messages;
    private final RefusalTexts refusals;
    private final Clock clock;

    LimitTexts(
            CaseLimits limits,
            TimeLimits time,
            Explanations explanations,
            OwnLimitsPart own,
            MessageSource messages,
            RefusalTexts refusals,
            Clock clock) {
        this.limits = limits;
        this.time = time;
        this.explanations = explanations;
        this.own = own;
        this.messages = messages;
        this.refusals = refusals;
        this.clock = clock;
    }

    Line line(CaseLimit limit, Locale locale) {
        LimitRule rule = time.rule(limit.rule(), limit.startOn());
        boolean open = limit.state().isOpen();
        boolean paused = limit.state() == LimitState.PAUSED;
        boolean counted = open && limit.endOn() == null; // an ordered last day moves by another order alone
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
                counted && !paused && rule.pausable(),
                counted && (rule.extensionFree() || rule.maxExtension() > limit.extensionDays()),
                counted && !paused && limit.rule().equals("AR-DECIDE-SIM"),
                paused
                        && limit.pauses().stream()
                                .anyMatch(pause -> pause.to() == null
                                        && PauseGrounds.suspends(limit.rule(), String.valueOf(pause.ground()))),
                outcome(limit, locale),
                limits.pauses(limit).stream().map(pause -> pause(pause, locale)).toList(),
                limit.extensions().stream()
                        .map(extension -> extension(extension, limit.unit(), locale))
                        .toList());
    }

    /** How an ended limit ended: in time, late by so many days, not at all. */
    String outcome(CaseLimit limit, Locale locale) {
        if (limit.state().isOpen()) {
            return "";
        }
        long late = lateDays(limit);
        return late > 0
                ? text("casefile.late." + counted(limit.unit()), locale, Long.toString(late))
                : text("casefile.limitState." + limit.state(), locale);
    }

    /** By how many days, in the unit of the limit, what it was for was done too late; 0 when it was not. */
    long lateDays(CaseLimit limit) {
        LocalDate due = limit.dueOn();
        LocalDate metOn = limit.metOn();
        return due == null || metOn == null || !metOn.isAfter(due)
                ? 0
                : Math.max(1, -time.daysLeft(limit.unit(), metOn, due));
    }

    private String pause(LimitPause pause, Locale locale) {
        String ground = messages.getMessage("time.ground." + pause.ground(), null, pause.ground(), locale);
        List<String> parts = new ArrayList<>();
        parts.add(
                pause.to() == null
                        ? text("casefile.limits.pause.open", locale, pause.from())
                        : text("casefile.limits.pause.closed", locale, pause.from(), pause.to()));
        parts.add(String.valueOf(ground));
        if (pause.order() != null) {
            parts.add(text("casefile.limits.pause.order", locale, pause.order()));
        }
        if (pause.approver() != null) {
            parts.add(text("casefile.limits.pause.approver", locale, pause.approver()));
        }
        if (pause.to() == null && pause.expectedOn() != null) {
            parts.add(text("casefile.limits.pause.expected", locale, pause.expectedOn()));
        }
        if (pause.resumeOrder() != null) {
            parts.add(text("casefile.limits.pause.resumeOrder", locale, pause.resumeOrder()));
        }
        return String.join(text("casefile.limits.between", locale), parts);
    }

    private String extension(Extension extension, DayUnit unit, Locale locale) {
        List<String> parts = new ArrayList<>();
        parts.add(text("casefile.limits.extended." + counted(unit), locale, Integer.toString(extension.days())));
        if (extension.approver() != null && extension.approvedOn() != null) {
            parts.add(text("casefile.limits.extended.by", locale, extension.approver(), extension.approvedOn()));
        }
        if (extension.order() != null) {
            parts.add(text("casefile.limits.pause.order", locale, extension.order()));
        }
        return String.join(text("casefile.limits.between", locale), parts);
    }

    /** The versions of a limit, first to last. */
    List<Version> versions(List<LimitChange> changes, Locale locale) {
        return changes.stream().map(change -> version(change, locale)).toList();
    }

    private Version version(LimitChange change, Locale locale) {
        List<String> causes = new ArrayList<>();
        String cause = messages.getMessage("casefile.cause." + change.cause(), null, null, locale);
        if (change.kind() == LimitChange.Kind.PAUSED) {
            cause = messages.getMessage("time.ground." + change.cause(), null, change.cause(), locale);
        }
        if (cause != null && !cause.isEmpty()) {
            causes.add(cause);
        }
        if (change.orderNo() != null) {
            causes.add(text("casefile.limits.pause.order", locale, change.orderNo()));
        }
        if (change.reason() != null && !change.reason().isBlank()) {
            causes.add(change.reason());
        }
        return new Version(
                change.version(),
                change.kind(),
                text("casefile.change." + change.kind(), locale),
                String.join(text("casefile.limits.between", locale), causes),
                change.actorName(),
                change.changedAt(),
                change.effectiveOn(),
                change.dueBefore(),
                change.dueAfter(),
                text("casefile.limitState." + change.stateAfter(), locale));
    }

    Outlook outlook(WhatIf.Outlook outlook, Locale locale) {
        List<Row> rows = outlook.effects().stream()
                .map(effect -> new Row(
                        effect.rule(),
                        explanations.meaning(time.rule(effect.rule()), locale),
                        effect.change(),
                        effect.dueBefore(),
                        effect.dueAfter(),
                        effect.lightBefore().name(),
                        effect.lightAfter().name()))
                .toList();
        return new Outlook(
                rows,
                outlook.untouched() == 0
                        ? ""
                        : text("casefile.whatIf.untouched", locale, Integer.toString(outlook.untouched())),
                outlook.effects().stream().anyMatch(effect -> effect.change() == WhatIf.Change.STOPS),
                outlook.resumedOn(),
                outlook.effects().stream().anyMatch(WhatIf.Effect::provisional));
    }

    /** The sentences of a refusal: that of each wrong field, else its own. */
    List<String> refusal(Refusal refusal, Locale locale) {
        return refusals.sentences(refusal, field -> text("casefile.whatIf.field." + field, locale), locale);
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
                explanations.paragraph(computed, locale) + own.sentence(limit, locale),
                computed.steps().stream()
                        .map(step -> new Step(step.date(), step.day(), explanations.text(step, locale)))
                        .toList());
    }

    private String due(CaseLimit limit, Locale locale) {
        if (limit.state() == LimitState.PAUSED && limit.pausedOn() != null) {
            return text(limit.excluded() ? "casefile.excludedSince" : "casefile.pausedSince", locale, limit.pausedOn());
        }
        return limit.dueOn() == null ? "" : text("casefile.until", locale, limit.dueOn());
    }

    private String left(long days, DayUnit unit, Locale locale) {
        if (days == 0) {
            return text("casefile.left.today", locale);
        }
        return text(
                (days < 0 ? "casefile.over." : "casefile.left.") + counted(unit),
                locale,
                Long.toString(Math.abs(days)));
    }

    private static String counted(DayUnit unit) {
        return unit == DayUnit.WORKING_DAY ? "WORKING_DAY" : "NATURAL_DAY";
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
