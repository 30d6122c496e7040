package io.mingjing.casefile;

import io.mingjing.identity.Organs;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.time.Computed;
import io.mingjing.time.LimitDraft;
import io.mingjing.time.LimitDrafts;
import io.mingjing.time.LimitExample;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the catalogue of limits and what follows from it in the cases: a draft tells which open limits it would move, and
 * its publication moves them in the same transaction. Only limits whose start event falls under the new version move; the
 * others stay under the law of their time.
 */
@Service
@Transactional
public class LimitCatalogue {

    private static final int CHUNK = 1000;

    /**
     * What a draft would do.
     *
     * @param examples what the clock says to the worked examples
     * @param moves open limits that would change, at most as many as were asked for
     * @param moved how many would change
     * @param looked how many open limits fall under the new version
     * @param refused how many of them it could not compute, so that it cannot be published
     * @param lapsing how many would be over at once, so that it cannot be published
     */
    public record Preview(
            List<LimitExample.Result> examples,
            List<Redating.Move> moves,
            int moved,
            int looked,
            int refused,
            int lapsing) {

        public Preview {
            examples = List.copyOf(examples);
            moves = List.copyOf(moves);
        }

        /** Whether every worked example comes out and no open limit stands in the way. */
        public boolean publishable() {
            return examples.stream().allMatch(LimitExample.Result::passed) && refused == 0 && lapsing == 0;
        }
    }

    private final LimitDrafts drafts;
    private final LimitBook book;
    private final LimitMapper mapper;
    private final LimitKeeper keeper;
    private final CaseVisibility visibility;
    private final Organs organs;
    private final TimeLimits time;
    private final Clock clock;

    LimitCatalogue(
            LimitDrafts drafts,
            LimitBook book,
            LimitMapper mapper,
            LimitKeeper keeper,
            CaseVisibility visibility,
            Organs organs,
            TimeLimits time,
            Clock clock) {
        this.drafts = drafts;
        this.book = book;
        this.mapper = mapper;
        this.keeper = keeper;
        this.visibility = visibility;
        this.organs = organs;
        this.time = time;
        this.clock = clock;
    }

    /** Who may read drafts: administrators, and heads of units, who publish them. */
    public static boolean mayReadDrafts(Actor actor) {
        return actor.hasAny(Role.ADMIN, Role.UNIT_HEAD);
    }

    /** The drafts that the actor may read, newest first. */
    @Transactional(readOnly = true)
    public List<LimitDraft> open(Actor actor) {
        return mayReadDrafts(actor)
                ? drafts.open().stream().filter(draft -> sees(draft, actor)).toList()
                : List.of();
    }

    /** Every draft of a limit that the actor may read, newest first. */
    @Transactional(readOnly = true)
    public List<LimitDraft> of(String ruleId, Actor actor) {
        return mayReadDrafts(actor)
                ? drafts.of(ruleId).stream().filter(draft -> sees(draft, actor)).toList()
                : List.of();
    }

    /**
     * A draft with its examples.
     *
     * @throws Refusal {@code LIMIT_DRAFT_NOT_FOUND}, also for those who may not read it
     */
    @Transactional(readOnly = true)
    public LimitDraft get(String draftId, Actor actor) {
        LimitDraft draft = drafts.get(draftId);
        if (!mayReadDrafts(actor) || !sees(draft, actor)) {
            throw Refusal.notFound("LIMIT_DRAFT_NOT_FOUND");
        }
        return draft;
    }

    public LimitDraft create(LimitRule rule, String remark, List<LimitExample> examples, Actor actor) {
        requireOwn(rule, actor);
        return drafts.create(rule, remark, examples, actor);
    }

    /** Begins a draft that ends a limit: that day is the last on which its event may fall. */
    public LimitDraft end(String ruleId, LocalDate last, String remark, Actor actor) {
        requireOwn(time.rule(ruleId), actor);
        return drafts.end(ruleId, last, remark, actor);
    }

    public LimitDraft change(
            String draftId, int version, LimitRule rule, String remark, List<LimitExample> examples, Actor actor) {
        requireOwn(get(draftId, actor).rule(), actor);
        return drafts.change(draftId, version, rule, remark, examples, actor);
    }

    public void discard(String draftId, Actor actor) {
        requireOwn(get(draftId, actor).rule(), actor);
        drafts.discard(draftId, actor);
    }

    /**
     * What a draft would do to the open limits; nothing is touched. It counts all; one by one it tells those of the cases
     * that the reader sees, and every one to administrators.
     *
     * @param most how many moves to tell one by one
     */
    @Transactional(readOnly = true)
    public Preview preview(String draftId, int most, Actor actor) {
        return preview(get(draftId, actor), most, actor);
    }

    /**
     * Publishes a draft and moves the open limits that fall under it.
     *
     * @return how many limits were moved
     * @throws Refusal as {@link LimitDrafts#publish}, and {@code LIMIT_OF_OTHER_ORGAN}, {@code DRAFT_BREAKS_LIMITS},
     *     {@code DRAFT_LAPSES_LIMITS}, {@code LIMIT_STILL_RUNS}
     */
    public int publish(String draftId, int version, Actor actor) {
        LimitDraft draft = get(draftId, actor);
        requireOwn(draft.rule(), actor);
        LimitDraft published = drafts.publish(draftId, version, actor);
        if (published.kind() == LimitDraft.Kind.END) {
            requireNoneAfter(published.rule());
            return 0;
        }
        Preview preview = preview(draft, 0, actor);
        if (preview.refused() > 0) {
            throw Refusal.conflict("DRAFT_BREAKS_LIMITS", preview.refused());
        }
        if (preview.lapsing() > 0) {
            throw Refusal.conflict("DRAFT_LAPSES_LIMITS", preview.lapsing());
        }
        int moved = 0;
        for (String id :
                mapper.findOpenStartedFrom(draft.rule().id(), draft.rule().validFrom())) {
            visibility.lock(book.get(id).caseId());
            CaseLimit limit = book.get(id);
            CaseLimit after = Redating.dated(limit, time::dates);
            if (limit.state().isOpen() && after != null && Redating.kind(limit, after) != null) {
                keeper.redate(limit, limit.request(), "CATALOGUE", actor);
                moved++;
            }
        }
        return moved;
    }

    private Preview preview(LimitDraft draft, int most, Actor actor) {
        List<LimitExample.Result> examples = drafts.check(draft);
        if (draft.kind() == LimitDraft.Kind.END || draft.state() == LimitDraft.State.DISCARDED) {
            return new Preview(examples, List.of(), 0, 0, 0, 0);
        }
        LocalDate today = LocalDate.now(clock);
        List<Redating.Move> told = new ArrayList<>();
        int moved = 0;
        int looked = 0;
        int refused = 0;
        int lapsing = 0;
        for (LimitState state : List.of(LimitState.RUNNING, LimitState.PAUSED)) {
            CaseLimit last = null;
            List<CaseLimit> chunk;
            do {
                chunk = book.open(state, Set.of(draft.rule().id()), null, last, CHUNK);
                Map<String, String> numbers = most > told.size() ? numbers(chunk, actor) : Map.of();
                for (CaseLimit limit : chunk) {
                    last = limit;
                    if (limit.startOn().isBefore(draft.rule().validFrom())) {
                        continue; // the law of its time goes on governing it
                    }
                    looked++;
                    CaseLimit after = Redating.dated(limit, request -> under(draft.rule(), request));
                    Redating.Kind kind = after == null ? Redating.Kind.REFUSED : Redating.kind(limit, after);
                    if (kind == null) {
                        continue;
                    }
                    moved++;
                    refused += after == null ? 1 : 0;
                    lapsing += after != null && lapses(limit, after, today) ? 1 : 0;
                    if (told.size() < most && numbers.containsKey(limit.caseId())) {
                        told.add(move(limit, Objects.requireNonNullElse(after, limit), kind, numbers, today));
                    }
                }
            } while (chunk.size() == CHUNK);
        }
        return new Preview(examples, told, moved, looked, refused, lapsing);
    }

    /** Numbers of the cases that the reader may be told of. */
    private Map<String, String> numbers(List<CaseLimit> chunk, Actor actor) {
        Map<String, String> numbers = new HashMap<>(book.numbersOf(chunk));
        if (!actor.has(Role.ADMIN) && !numbers.isEmpty()) {
            numbers.keySet().retainAll(visibility.visibleOf(numbers.keySet(), actor));
        }
        return numbers;
    }

    private Computed under(LimitRule rule, LimitRequest request) {
        return time.dates(rule, request);
    }

    /** Whether a limit that still runs would be over: the law would act at once on what somebody publishes now. */
    private static boolean lapses(CaseLimit before, CaseLimit after, LocalDate today) {
        LocalDate from = before.dueOn();
        LocalDate to = after.dueOn();
        return to != null && to.isBefore(today) && (from == null || !from.isBefore(today));
    }

    private static Redating.Move move(
            CaseLimit before, CaseLimit after, Redating.Kind kind, Map<String, String> numbers, LocalDate today) {
        return new Redating.Move(
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

    private void requireNoneAfter(LimitRule rule) {
        LocalDate last = Objects.requireNonNull(rule.validTo());
        int running = mapper.findOpenStartedFrom(rule.id(), last.plusDays(1)).size();
        if (running > 0) {
            throw Refusal.conflict("LIMIT_STILL_RUNS", rule.id(), last.toString(), running);
        }
    }

    private boolean sees(LimitDraft draft, Actor actor) {
        return !draft.rule().local()
                || actor.has(Role.ADMIN)
                || governmentId(actor).equals(draft.rule().organId());
    }

    /** A local limit is the business of its own organ, and of administrators. */
    private void requireOwn(LimitRule rule, Actor actor) {
        String owner = rule.organId();
        if (owner == null) {
            return;
        }
        if (!organs.find(owner).filter(organ -> organ.isGovernment()).isPresent()) {
            throw Refusal.fields(List.of(FieldError.of("organ", "NOT_AN_OPTION")));
        }
        if (!actor.has(Role.ADMIN) && !owner.equals(governmentId(actor))) {
            throw Refusal.forbidden("LIMIT_OF_OTHER_ORGAN");
        }
    }

    private String governmentId(Actor actor) {
        String organId = actor.organId();
        return organId == null ? "" : organs.get(organId).governmentId();
    }
}
