package io.mingjing.time;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of the catalogue: drafted by one person, held against worked examples, published by another. Published versions
 * are never edited; the next version follows them. For whose cases a local limit is, the caller has to know.
 */
@Service
@Transactional
public class LimitDrafts {

    private static final int LONGEST_PAUSES = 1000;

    private final LimitDraftMapper mapper;
    private final TimeLimits limits;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LimitDrafts(LimitDraftMapper mapper, TimeLimits limits, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
    }

    /** Drafts that wait for their decision, newest first, without their examples. */
    @Transactional(readOnly = true)
    public List<LimitDraft> open() {
        return mapper.findOpen().stream().map(row -> draft(row, List.of())).toList();
    }

    /** Every draft of a limit, newest first, without their examples. */
    @Transactional(readOnly = true)
    public List<LimitDraft> of(String ruleId) {
        return mapper.findOfRule(ruleId).stream()
                .map(row -> draft(row, List.of()))
                .toList();
    }

    /**
     * A draft with its examples.
     *
     * @throws Refusal {@code LIMIT_DRAFT_NOT_FOUND}
     */
    @Transactional(readOnly = true)
    public LimitDraft get(String id) {
        LimitDraftMapper.Row row = mapper.find(id).orElseThrow(() -> Refusal.notFound("LIMIT_DRAFT_NOT_FOUND"));
        return draft(
                row, mapper.findExamples(id).stream().map(LimitDrafts::example).toList());
    }

    /** Begins a draft of a new limit or of the next version of one (ADMIN; local limits also the head of a unit). */
    public LimitDraft create(LimitRule rule, String remark, List<LimitExample> examples, Actor actor) {
        return create(LimitDraft.Kind.VERSION, rule, remark, examples, actor);
    }

    /** Begins a draft that ends the version in force: that day is the last on which its event may fall. */
    public LimitDraft end(String ruleId, LocalDate last, String remark, Actor actor) {
        return create(LimitDraft.Kind.END, limits.rule(ruleId).until(last), remark, List.of(), actor);
    }

    private LimitDraft create(
            LimitDraft.Kind kind, LimitRule rule, String remark, List<LimitExample> examples, Actor actor) {
        requireEditor(rule, actor);
        LimitDraft draft = new LimitDraft(
                Ids.next(),
                kind,
                LimitDraft.State.DRAFT,
                rule,
                remark.strip(),
                actor.userId(),
                actor.userId(),
                actor.name(),
                now(),
                null,
                null,
                null,
                1,
                examples);
        requireFields(draft);
        mapper.insert(row(draft));
        writeExamples(draft);
        log("time.limitDrafted", draft, actor);
        return draft;
    }

    /** Changes an open draft; its id and kind stay. Who has changed it may no longer publish it. */
    public LimitDraft change(
            String id, int version, LimitRule wanted, String remark, List<LimitExample> examples, Actor actor) {
        LimitDraft before = requireOpen(id);
        requireEditor(before.rule(), actor);
        LimitRule rule = before.kind() == LimitDraft.Kind.END ? before.rule().until(wanted.validTo()) : wanted;
        if (!rule.id().equals(before.rule().id())
                || !Objects.equals(rule.organId(), before.rule().organId())) {
            throw Refusal.invalid("LIMIT_ID_FIXED", before.rule().id());
        }
        LimitDraft after = new LimitDraft(
                id,
                before.kind(),
                before.state(),
                rule,
                remark.strip(),
                before.draftedBy(),
                actor.userId(),
                actor.name(),
                now(),
                null,
                null,
                null,
                version + 1,
                before.kind() == LimitDraft.Kind.END ? List.of() : examples);
        requireFields(after);
        if (mapper.update(row(after), version) != 1) {
            throw Refusal.conflict("LIMIT_DRAFT_CHANGED");
        }
        mapper.deleteExamples(id);
        writeExamples(after);
        log("time.limitDraftChanged", after, actor);
        return after;
    }

    /** Drops a draft that shall not be published (who may draft it, or a head of unit). */
    public void discard(String id, Actor actor) {
        LimitDraft draft = requireOpen(id);
        if (!actor.has(Role.UNIT_HEAD)) {
            requireEditor(draft.rule(), actor);
        }
        decide(draft, LimitDraft.State.DISCARDED, actor);
        log("time.limitDraftDiscarded", draft, actor);
    }

    /** What the clock says to the examples of a draft, on the calendar in force. */
    public List<LimitExample.Result> check(LimitDraft draft) {
        return draft.examples().stream()
                .map(example -> new LimitExample.Result(example, found(draft.rule(), example)))
                .toList();
    }

    /**
     * Publishes a draft (a head of unit who has not worked on it): it becomes the last version, the one before ends on the
     * day before it. From here on this transaction computes with it, the others after the commit.
     *
     * @throws Refusal {@code UNIT_HEADS_PUBLISH}, {@code OWN_LIMIT_DRAFT}, {@code EXAMPLES_MISSING},
     *     {@code EXAMPLES_FAIL}, {@code VERSION_NOT_LATER}, {@code LIMIT_DRAFT_CHANGED}
     */
    public LimitDraft publish(String id, int version, Actor actor) {
        LimitDraft draft = requireOpen(id);
        if (draft.version() != version) {
            throw Refusal.conflict("LIMIT_DRAFT_CHANGED");
        }
        if (!actor.has(Role.UNIT_HEAD)) {
            throw Refusal.forbidden("UNIT_HEADS_PUBLISH");
        }
        if (actor.userId().equals(draft.draftedBy()) || actor.userId().equals(draft.editedBy())) {
            throw Refusal.forbidden("OWN_LIMIT_DRAFT");
        }
        requireFields(draft);
        if (draft.kind() == LimitDraft.Kind.VERSION) {
            requireExamples(draft);
            addVersion(draft.rule());
        } else {
            LocalDate last = Objects.requireNonNull(draft.rule().validTo());
            if (mapper.updateValidTo(draft.rule().id(), draft.rule().validFrom(), last) != 1) {
                throw Refusal.conflict("LIMIT_ENDS_EARLIER", draft.rule().id());
            }
        }
        decide(draft, LimitDraft.State.PUBLISHED, actor);
        limits.reload();
        log("time.limitPublished", draft, actor);
        return draft;
    }

    private void addVersion(LimitRule rule) {
        Integer position = mapper.findPosition(rule.id());
        if (position != null) {
            LimitRule last = limits.rule(rule.id());
            LocalDate dayBefore = rule.validFrom().minusDays(1);
            if (last.validTo() == null || last.validTo().isAfter(dayBefore)) {
                mapper.updateValidTo(last.id(), last.validFrom(), dayBefore);
            }
        }
        mapper.insertRule(rule, position == null ? mapper.findLastPosition() + 10 : position);
    }

    private void decide(LimitDraft draft, LimitDraft.State state, Actor actor) {
        if (mapper.updateDecided(draft.id(), draft.version(), state, actor.userId(), actor.name(), now()) != 1) {
            throw Refusal.conflict("LIMIT_DRAFT_CHANGED");
        }
    }

    private String found(LimitRule rule, LimitExample example) {
        try {
            LocalDate due = limits.dates(rule, example.request(rule.id())).due();
            return due == null ? "NO_DUE_DATE" : due.toString();
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    // --- what is refused

    private static void requireEditor(LimitRule rule, Actor actor) {
        if (rule.local() ? !actor.hasAny(Role.ADMIN, Role.UNIT_HEAD) : !actor.has(Role.ADMIN)) {
            throw Refusal.forbidden(rule.local() ? "LOCAL_LIMIT_EDITORS" : "ADMIN_ONLY");
        }
    }

    private LimitDraft requireOpen(String id) {
        if (mapper.findForUpdate(id).isEmpty()) {
            throw Refusal.notFound("LIMIT_DRAFT_NOT_FOUND");
        }
        LimitDraft draft = get(id);
        if (draft.state() != LimitDraft.State.DRAFT) {
            throw Refusal.conflict("LIMIT_DRAFT_DECIDED", draft.state().name());
        }
        return draft;
    }

    private void requireFields(LimitDraft draft) {
        LimitRule rule = draft.rule();
        List<FieldError> errors = new ArrayList<>();
        if (draft.remark().isBlank()) {
            errors.add(FieldError.of("remark", "REQUIRED"));
        }
        if (draft.kind() == LimitDraft.Kind.VERSION) {
            errors.addAll(RuleCheck.of(rule));
            examplesOutside(draft, errors);
        } else if (rule.validTo() == null || rule.validTo().isBefore(rule.validFrom())) {
            errors.add(
                    FieldError.of("validTo", "DATE_TOO_EARLY", rule.validFrom().toString()));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        if (draft.kind() == LimitDraft.Kind.VERSION && limits.knows(rule.id())) {
            LimitRule last = limits.rule(rule.id());
            if (!Objects.equals(last.organId(), rule.organId())) {
                throw Refusal.conflict("LIMIT_ID_TAKEN", rule.id());
            }
            if (!rule.validFrom().isAfter(last.validFrom())) {
                throw Refusal.invalid(
                        "VERSION_NOT_LATER", rule.id(), last.validFrom().toString());
            }
        }
    }

    private static void examplesOutside(LimitDraft draft, List<FieldError> errors) {
        for (LimitExample example : draft.examples()) {
            if (!draft.rule().governs(example.start())) {
                errors.add(FieldError.of(
                        "examples", "EXAMPLE_OUTSIDE", example.start().toString()));
            }
            if (!example.expected().matches("\\d{4}-\\d{2}-\\d{2}|[A-Z][A-Z_]{2,39}")) {
                errors.add(FieldError.of("examples", "EXAMPLE_EXPECTED", example.expected()));
            }
            if (pauses(example.pauses()).length() > LONGEST_PAUSES) {
                errors.add(FieldError.of("examples", "FORMAT"));
            }
        }
    }

    private void requireExamples(LimitDraft draft) {
        if (draft.examples().isEmpty()) {
            throw Refusal.conflict("EXAMPLES_MISSING");
        }
        for (LimitExample.Result result : check(draft)) {
            if (!result.passed()) {
                throw Refusal.conflict(
                        "EXAMPLES_FAIL",
                        result.example().start().toString(),
                        result.example().expected(),
                        result.found());
            }
        }
    }

    // --- rows

    private void writeExamples(LimitDraft draft) {
        int seq = 0;
        for (LimitExample example : draft.examples()) {
            seq++;
            mapper.insertExample(
                    draft.id(),
                    new LimitDraftMapper.ExampleRow(
                            seq,
                            example.start(),
                            pauses(example.pauses()),
                            example.extension(),
                            example.length(),
                            example.unit(),
                            example.expected()));
        }
    }

    private static String pauses(List<Pause> pauses) {
        List<String> texts = new ArrayList<>();
        for (Pause pause : pauses) {
            texts.add(pause.from() + "/" + (pause.to() == null ? "" : pause.to()));
        }
        return String.join(";", texts);
    }

    private static LimitExample example(LimitDraftMapper.ExampleRow row) {
        List<Pause> pauses = new ArrayList<>();
        for (String pause : row.pauses().split(";")) {
            int slash = pause.indexOf('/');
            if (slash > 0) {
                String to = pause.substring(slash + 1);
                pauses.add(new Pause(
                        LocalDate.parse(pause.substring(0, slash)), to.isEmpty() ? null : LocalDate.parse(to)));
            }
        }
        return new LimitExample(row.startOn(), pauses, row.extension(), row.setLength(), row.setUnit(), row.expected());
    }

    private static LimitDraft draft(LimitDraftMapper.Row row, List<LimitExample> examples) {
        LimitRule rule = new LimitRule(
                row.ruleId(),
                row.length(),
                row.leadLength(),
                row.method(),
                row.unit(),
                row.maxExtension(),
                row.extensionFree(),
                row.pausable(),
                row.article(),
                row.basis(),
                row.basisEn(),
                row.meaning(),
                row.meaningEn(),
                row.startEvent(),
                row.startEventEn(),
                row.onLapse(),
                row.yellow(),
                row.red(),
                row.validFrom(),
                row.validTo(),
                row.organId());
        return new LimitDraft(
                row.id(),
                row.kind(),
                row.state(),
                rule,
                row.remark(),
                row.draftedBy(),
                row.editedBy(),
                row.editedName(),
                row.editedAt(),
                row.decidedBy(),
                row.decidedName(),
                row.decidedAt(),
                row.version(),
                examples);
    }

    private static LimitDraftMapper.Row row(LimitDraft draft) {
        LimitRule rule = draft.rule();
        return new LimitDraftMapper.Row(
                draft.id(),
                draft.kind(),
                draft.state(),
                rule.id(),
                rule.organId(),
                rule.validFrom(),
                rule.validTo(),
                rule.length(),
                rule.leadLength(),
                rule.method(),
                rule.unit(),
                rule.maxExtension(),
                rule.extensionFree(),
                rule.pausable(),
                rule.article(),
                rule.basis(),
                rule.basisEn(),
                rule.meaning(),
                rule.meaningEn(),
                rule.startEvent(),
                rule.startEventEn(),
                rule.onLapse(),
                rule.yellow(),
                rule.red(),
                draft.remark(),
                draft.draftedBy(),
                draft.editedBy(),
                draft.editedName(),
                draft.editedAt(),
                draft.decidedBy(),
                draft.decidedName(),
                draft.decidedAt(),
                draft.version());
    }

    private Instant now() {
        return clock.instant();
    }

    private void log(String kind, LimitDraft draft, Actor actor) {
        LimitRule rule = draft.rule();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("draftId", draft.id());
        facts.put("rule", rule.id());
        facts.put("kind", draft.kind().name());
        facts.put("validFrom", rule.validFrom().toString());
        facts.put("validTo", text(rule.validTo()));
        facts.put("length", text(rule.length()));
        facts.put("leadLength", rule.leadLength());
        facts.put("method", rule.method().name());
        facts.put("maxExtension", rule.extensionFree() ? "FREE" : String.valueOf(rule.maxExtension()));
        facts.put("pausable", rule.pausable());
        facts.put("onLapse", rule.onLapse().name());
        facts.put("article", rule.article());
        facts.put("meaning", rule.meaning());
        facts.put("yellow", rule.yellow());
        facts.put("red", rule.red());
        facts.put("organId", text(rule.organId()));
        facts.put("remark", draft.remark());
        facts.put("examples", draft.examples().size());
        events.publishEvent(Act.of(kind, null, actor, facts));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
