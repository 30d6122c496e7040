package io.mingjing.casefile;

import io.mingjing.shared.Refusal;
import io.mingjing.time.Computed;
import io.mingjing.time.LimitRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the open limits of all cases would be if the dates were computed in another way: on another calendar, or under
 * other rules. Nothing is touched. The limits are read in chunks, running ones by due day and then the paused ones, so
 * that memory does not grow with their number and no limit costs a query of its own.
 *
 * <p>Someone who changes a rule asks for the limits of that rule and computes with the rule to come:
 *
 * <pre>{@code redating.preview(Set.of("AR-INTAKE"), request -> datesUnderTheNewRule(request), moves::addAll)}</pre>
 */
@Component
public class Redating {

    /** Limits read and told at once. */
    private static final int CHUNK = 1000;

    /** How a limit is dated in the world to come. A refusal of one limit is told as {@link Kind#REFUSED}. */
    public interface Dates {
        Computed of(LimitRequest request);
    }

    /** What a change does to a limit. */
    public enum Kind {
        /** The last day moves back. */
        LATER,
        /** The last day comes nearer. */
        EARLIER,
        /** The last day stays; a day on which the light changes moves, or the limit becomes dated or undated. */
        LIGHTS,
        /** All dates stay and are no longer provisional. */
        FINAL,
        /** All dates stay and become provisional. */
        PROVISIONAL,
        /** No date can be computed; the limit keeps the one it has. */
        REFUSED
    }

    /**
     * A limit that would change.
     *
     * @param number number of the case, its register number before it has one
     * @param dueBefore null while a pause is open; {@code dueAfter} likewise
     * @param lightBefore the light on the day of the preview
     */
    public record Move(
            String limitId,
            String caseId,
            String number,
            String rule,
            Kind kind,
            @Nullable LocalDate dueBefore,
            @Nullable LocalDate dueAfter,
            Light lightBefore,
            Light lightAfter,
            boolean provisionalBefore,
            boolean provisionalAfter) {}

    /**
     * @param limits open limits that were looked at
     * @param byKind how many of them would change in which way; kinds without any are missing
     */
    public record Counts(long limits, Map<Kind, Long> byKind) {
        public Counts {
            byKind = Map.copyOf(byKind);
        }

        /** How many would change at all. */
        public long changed() {
            return byKind.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final LimitBook book;
    private final Clock clock;

    Redating(LimitBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /**
     * Computes every open limit anew and tells those that would change, in chunks of at most a thousand.
     *
     * @param rules limits of these rules only; empty for all
     */
    @Transactional(readOnly = true)
    public Counts preview(Set<String> rules, Dates dates, Consumer<List<Move>> sink) {
        LocalDate today = LocalDate.now(clock);
        Map<Kind, Long> byKind = new EnumMap<>(Kind.class);
        long limits = 0;
        for (LimitState state : List.of(LimitState.RUNNING, LimitState.PAUSED)) {
            CaseLimit last = null;
            List<CaseLimit> chunk = book.open(state, rules, null, last, CHUNK);
            while (!chunk.isEmpty()) {
                List<Move> moves = moves(chunk, dates, today);
                moves.forEach(move -> byKind.merge(move.kind(), 1L, Long::sum));
                if (!moves.isEmpty()) {
                    sink.accept(moves);
                }
                limits += chunk.size();
                last = chunk.get(chunk.size() - 1);
                chunk = chunk.size() < CHUNK ? List.of() : book.open(state, rules, null, last, CHUNK);
            }
        }
        return new Counts(limits, byKind);
    }

    private List<Move> moves(List<CaseLimit> chunk, Dates dates, LocalDate today) {
        List<CaseLimit> before = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        List<CaseLimit> after = new ArrayList<>();
        for (CaseLimit limit : chunk) {
            CaseLimit next = dated(limit, dates);
            Kind kind = next == null ? Kind.REFUSED : kind(limit, next);
            if (kind != null) {
                before.add(limit);
                kinds.add(kind);
                after.add(next == null ? limit : next);
            }
        }
        Map<String, String> numbers = book.numbersOf(before);
        List<Move> moves = new ArrayList<>(before.size());
        for (int i = 0; i < before.size(); i++) {
            moves.add(move(before.get(i), after.get(i), kinds.get(i), numbers, today));
        }
        return moves;
    }

    private static Move move(
            CaseLimit before, CaseLimit after, Kind kind, Map<String, String> numbers, LocalDate today) {
        return new Move(
                before.id(),
                before.caseId(),
                numbers.getOrDefault(before.caseId(), ""),
                before.rule(),
                kind,
                before.dueOn(),
                after.dueOn(),
                before.light(today),
                after.light(today),
                before.provisional(),
                after.provisional());
    }

    /** The limit with the dates of that world; null where it has none. */
    static @Nullable CaseLimit dated(CaseLimit limit, Dates dates) {
        try {
            LimitRequest request = limit.request();
            return LimitVersion.dated(limit, request, dates.of(request));
        } catch (Refusal refused) {
            return null;
        }
    }

    /** How the two differ; null when they do not. */
    static @Nullable Kind kind(CaseLimit before, CaseLimit after) {
        LocalDate from = before.dueOn();
        LocalDate to = after.dueOn();
        if (from != null && to != null && !from.equals(to)) {
            return to.isAfter(from) ? Kind.LATER : Kind.EARLIER;
        }
        boolean same = Objects.equals(from, to)
                && Objects.equals(before.yellowOn(), after.yellowOn())
                && Objects.equals(before.redOn(), after.redOn());
        if (!same) {
            return Kind.LIGHTS;
        }
        if (before.provisional() == after.provisional()) {
            return null;
        }
        return before.provisional() ? Kind.FINAL : Kind.PROVISIONAL;
    }
}
