package io.mingjing.web;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.PauseGrounds;
import io.mingjing.time.DayUnit;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Pause;
import io.mingjing.time.TimeLimits;
import io.mingjing.web.ClockBar.Segment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the limits of a case into words and bars. */
@Component
class ClockViews {

    /** Over first, then what runs by due day, then what is paused. */
    private static final Comparator<CaseLimit> URGENCY = Comparator.comparing(ClockViews::rank)
            .thenComparing(CaseLimit::dueOn, Comparator.nullsLast(Comparator.naturalOrder()));

    private final CaseLimits limits;
    private final TimeLimits time;
    private final MessageSource messages;
    private final Clock clock;

    ClockViews(CaseLimits limits, TimeLimits time, MessageSource messages, Clock clock) {
        this.limits = limits;
        this.time = time;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A limit ready to be shown.
     *
     * @param excluded whether it stands still without the case being suspended
     * @param left “剩 3 个工作日”
     * @param until “（至 2026-03-02）”
     * @param legend words under the bar
     * @param sentence all of it in one sentence, read aloud
     */
    record ClockView(
            String limitId,
            Light light,
            boolean over,
            boolean excluded,
            String left,
            String until,
            String rule,
            String article,
            ClockBar bar,
            List<LegendItem> legend,
            boolean provisional,
            String sentence) {}

    /** A sign and its words under the bar. */
    record LegendItem(Segment.Kind kind, String text) {

        public boolean isPaused() {
            return kind == Segment.Kind.PAUSED;
        }

        /** Name of the class that colours the sign. */
        public String getSign() {
            return new Segment(kind, 0, 0).getCode();
        }
    }

    /** The limit that governs the case now, if any runs. */
    Optional<ClockView> governing(String caseId, Locale locale) {
        return limits.of(caseId).stream().filter(this::counts).min(URGENCY).map(limit -> view(limit, locale));
    }

    /** All limits that count now, the most urgent first. */
    List<ClockView> running(String caseId, Locale locale) {
        return limits.of(caseId).stream()
                .filter(this::counts)
                .sorted(URGENCY)
                .map(limit -> view(limit, locale))
                .toList();
    }

    /** A limit that has ended, also by lapse with its effect done, has no light any more. */
    private boolean counts(CaseLimit limit) {
        return limit.light(LocalDate.now(clock)) != Light.NONE;
    }

    private static int rank(CaseLimit limit) {
        return switch (limit.state()) {
            case LAPSED -> 0;
            case RUNNING -> 1;
            default -> 2;
        };
    }

    private ClockView view(CaseLimit limit, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        Long left = limits.daysLeft(limit, today).orElse(null);
        LimitRule rule = time.rule(limit.rule(), limit.startOn());
        boolean english = locale.getLanguage().equals("en");
        String name = english ? rule.meaningEn() : rule.meaning();
        String words = left(limit, left, locale);
        String until = until(limit, locale);
        List<LegendItem> legend = legend(limit, left, today, locale);
        String sentence = text("web.clock.sentence", locale, name, words, until);
        return new ClockView(
                limit.id(),
                limit.light(today),
                left != null && left < 0,
                limit.excluded(),
                words,
                until,
                name,
                english ? rule.basisEn() : rule.basis(),
                ClockBar.of(limit, today, left),
                legend,
                limit.provisional(),
                sentence);
    }

    private String left(CaseLimit limit, @Nullable Long left, Locale locale) {
        if (limit.state() == LimitState.PAUSED) {
            if (left == null) {
                return text(limit.excluded() ? "web.clock.excluded" : "web.clock.paused", locale);
            }
            return text(
                    limit.excluded() ? "web.clock.frozenExcluded" : "web.clock.frozen",
                    locale,
                    days(limit.unit(), left, locale));
        }
        if (left == null) {
            return text("web.clock.open", locale);
        }
        if (left == 0) {
            return text("web.clock.today", locale);
        }
        return left > 0
                ? text("web.clock.left", locale, days(limit.unit(), left, locale))
                : text("web.clock.over", locale, days(limit.unit(), -left, locale));
    }

    private String until(CaseLimit limit, Locale locale) {
        if (limit.pausedOn() != null && limit.state() == LimitState.PAUSED) {
            return text("web.clock.since", locale, limit.pausedOn());
        }
        return limit.dueOn() == null ? "" : text("web.clock.until", locale, limit.dueOn());
    }

    private List<LegendItem> legend(CaseLimit limit, @Nullable Long left, LocalDate today, Locale locale) {
        List<LegendItem> items = new ArrayList<>();
        long used = used(limit, today);
        items.add(new LegendItem(
                Segment.Kind.USED, text("web.clock.legend.used", locale, days(limit.unit(), used, locale))));
        for (Pause pause : limit.pauses()) {
            String until = pause.to() == null
                    ? text("web.clock.now", locale)
                    : pause.to().toString();
            String words = PauseGrounds.excludes(limit.rule(), pause.ground())
                    ? "web.clock.legend.excluded"
                    : "web.clock.legend.paused";
            items.add(new LegendItem(Segment.Kind.PAUSED, text(words, locale, pause.from(), until)));
        }
        if (left != null && left > 0) {
            Segment.Kind kind = ClockBar.left(limit.light(today));
            items.add(new LegendItem(kind, text("web.clock.legend.left", locale, days(limit.unit(), left, locale))));
        } else if (left != null && left < 0) {
            items.add(new LegendItem(
                    Segment.Kind.OVER, text("web.clock.legend.over", locale, days(limit.unit(), -left, locale))));
        }
        return items;
    }

    /** Days that counted up to today, in the unit of the limit. The day of suspension does not count. */
    private long used(CaseLimit limit, LocalDate today) {
        LocalDate last = limit.dueOn() != null && today.isAfter(limit.dueOn()) ? limit.dueOn() : today;
        long days = Math.max(0, time.daysLeft(limit.unit(), limit.startOn(), last));
        for (Pause pause : limit.pauses()) {
            LocalDate to = pause.to() == null || pause.to().isAfter(last) ? last.plusDays(1) : pause.to();
            if (pause.from().isBefore(to)) {
                days -= time.daysLeft(limit.unit(), pause.from().minusDays(1), to.minusDays(1));
            }
        }
        return Math.max(0, days);
    }

    private String days(DayUnit unit, long number, Locale locale) {
        String key = unit == DayUnit.WORKING_DAY ? "web.clock.days.working" : "web.clock.days.natural";
        return text(key, locale, number);
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
