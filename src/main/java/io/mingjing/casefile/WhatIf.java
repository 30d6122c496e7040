package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what an act on a limit would do to every limit of its case, and refuses what the act would refuse; changes nothing. */
@Service
@Transactional(readOnly = true)
public class WhatIf {

    /** The watch over a suspension (行政复议法 art. 41, item 5). */
    private static final String WATCH = "AR-SUSP60";

    /** What becomes of a limit. */
    public enum Change {
        /** The clock stops. */
        STOPS,
        /** The last day moves, or is there again. */
        MOVES,
        /** The limit begins. */
        OPENS,
        /** Another limit takes its place. */
        SUPERSEDED,
        /** The limit ends, for what it waited for has come. */
        ENDS
    }

    /**
     * What becomes of one limit.
     *
     * @param dueBefore null where there was no last day
     * @param dueAfter null where there will be none; for a clock that stops the last day if it runs again as expected
     * @param provisional a year without notice would be touched
     */
    public record Effect(
            String rule,
            Change change,
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueAfter,
            Light lightBefore,
            Light lightAfter,
            boolean provisional) {}

    /**
     * @param effects the limits that would change, the one acted on first
     * @param untouched how many other open limits would stay as they are
     * @param resumedOn the day of resumption that was assumed; null where none was
     */
    public record Outlook(
            String limitId,
            List<Effect> effects,
            int untouched,
            @Nullable LocalDate resumedOn) {
        public Outlook {
            effects = List.copyOf(effects);
        }
    }

    private final LimitBook book;
    private final LimitRules rules;
    private final CaseVisibility visibility;
    private final TimeLimits time;
    private final Clock clock;

    WhatIf(LimitBook book, LimitRules rules, CaseVisibility visibility, TimeLimits time, Clock clock) {
        this.book = book;
        this.rules = rules;
        this.visibility = visibility;
        this.time = time;
        this.clock = clock;
    }

    /** If {@link LimitActs#pause} were done. */
    public Outlook pause(String limitId, PauseOrder order, Actor actor) {
        CaseLimit limit = seen(limitId, actor);
        LocalDate expected = order.expectedOn();
        CaseLimit after = dated(limit, rules.pausing(limit, order, expected, actor));
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect(
                limit.rule(),
                Change.STOPS,
                limit.dueOn(),
                after.dueOn(),
                light(limit),
                Light.PAUSED,
                after.provisional()));
        if (PauseGrounds.suspends(limit.rule(), order.ground()) && PauseGrounds.watched(order.ground())) {
            effects.add(opens(LimitRequest.of(WATCH, order.from()), limit));
        }
        return outlook(limit, effects, expected);
    }

    /** If {@link LimitActs#resume} were done. */
    public Outlook resume(String limitId, LocalDate on, Actor actor) {
        CaseLimit limit = seen(limitId, actor);
        CaseLimit after = dated(limit, rules.resuming(limit, ResumeOrder.of(on), actor));
        List<Effect> effects = new ArrayList<>();
        effects.add(moves(limit, after));
        if (LimitRules.suspended(limit)) {
            book.of(limit.caseId()).stream()
                    .filter(other -> other.rule().equals(WATCH) && other.state().isOpen())
                    .forEach(watch -> effects.add(new Effect(
                            watch.rule(),
                            Change.ENDS,
                            watch.dueOn(),
                            null,
                            light(watch),
                            Light.NONE,
                            watch.provisional())));
        }
        return outlook(limit, effects, on);
    }

    /** If {@link LimitActs#extend} were done; the reason is asked for only by the act. */
    public Outlook extend(String limitId, ExtensionOrder order, Actor actor) {
        CaseLimit limit = seen(limitId, actor);
        return outlook(limit, List.of(moves(limit, dated(limit, rules.extending(limit, order, actor)))), null);
    }

    /** If {@link LimitActs#convert} were done. */
    public Outlook convert(String limitId, Actor actor) {
        CaseLimit limit = seen(limitId, actor);
        LimitRequest request = rules.converting(limit, actor);
        Effect gone = new Effect(
                limit.rule(), Change.SUPERSEDED, limit.dueOn(), null, light(limit), Light.NONE, limit.provisional());
        return outlook(limit, List.of(gone, opens(request, limit)), null);
    }

    private Outlook outlook(CaseLimit limit, List<Effect> effects, @Nullable LocalDate resumedOn) {
        List<String> touched = effects.stream().map(Effect::rule).toList();
        long untouched = book.of(limit.caseId()).stream()
                .filter(other -> other.state().isOpen() && !touched.contains(other.rule()))
                .count();
        return new Outlook(limit.id(), effects, (int) untouched, resumedOn);
    }

    private Effect moves(CaseLimit before, CaseLimit after) {
        return new Effect(
                before.rule(),
                Change.MOVES,
                before.dueOn(),
                after.dueOn(),
                light(before),
                light(after),
                after.provisional());
    }

    private Effect opens(LimitRequest request, CaseLimit near) {
        CaseLimit opened =
                LimitVersion.opened("", near.caseId(), null, null, near.startFact(), request, time.dates(request));
        return new Effect(
                request.rule(), Change.OPENS, null, opened.dueOn(), Light.NONE, light(opened), opened.provisional());
    }

    private CaseLimit dated(CaseLimit limit, LimitRequest request) {
        return LimitVersion.dated(limit, request, time.dates(request));
    }

    private Light light(CaseLimit limit) {
        return limit.light(LocalDate.now(clock));
    }

    private CaseLimit seen(String limitId, Actor actor) {
        CaseLimit limit = book.get(limitId);
        visibility.requireVisible(limit.caseId(), actor);
        return limit;
    }
}
