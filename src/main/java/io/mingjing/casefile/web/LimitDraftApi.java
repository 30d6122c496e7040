package io.mingjing.casefile.web;

import io.mingjing.casefile.LimitCatalogue;
import io.mingjing.casefile.Redating;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.DayUnit;
import io.mingjing.time.LimitDraft;
import io.mingjing.time.LimitExample;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Method;
import io.mingjing.time.OnLapse;
import io.mingjing.time.Pause;
import io.mingjing.time.TimeLimits;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes of the catalogue for machines, under the rules of the pages. */
@RestController
@RequestMapping("/api/v1/limit-drafts")
class LimitDraftApi {

    private static final int MOVES_TOLD = 1000;

    record ExampleBody(
            @Nullable LocalDate startDate,
            @Nullable List<Pause> pauses,
            @Nullable Integer extensionDays,
            @Nullable Integer length,
            @Nullable DayUnit unit,
            @Nullable String expected) {}

    /**
     * What a draft is made of. What is missing is taken from the last version of the limit, where there is one.
     *
     * @param organ government of a local limit
     * @param maxExtension in the unit of the limit; {@code extensionFree} instead where the organ or the document sets it
     * @param version of the draft that is changed
     */
    record DraftBody(
            @Nullable String timeLimit,
            @Nullable String organ,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Integer length,
            @Nullable Integer leadLength,
            @Nullable Method method,
            @Nullable Integer maxExtension,
            @Nullable Boolean extensionFree,
            @Nullable Boolean pausable,
            @Nullable String article,
            @Nullable String legalBasis,
            @Nullable String legalBasisEn,
            @Nullable String meaning,
            @Nullable String meaningEn,
            @Nullable String startEvent,
            @Nullable String startEventEn,
            @Nullable OnLapse onLapse,
            @Nullable Integer yellow,
            @Nullable Integer red,
            @Nullable String remark,
            @Nullable Integer version,
            @Nullable List<ExampleBody> examples) {}

    record EndBody(
            @Nullable String timeLimit,
            @Nullable LocalDate lastDay,
            @Nullable String remark) {}

    record PublishBody(@Nullable Integer version) {}

    /** A draft in a list. */
    record Item(
            String id,
            LimitDraft.Kind kind,
            LimitDraft.State state,
            LimitRule rule,
            String remark,
            String editedBy,
            Instant editedAt,
            @Nullable String decidedBy,
            int version) {

        static Item of(LimitDraft draft) {
            return new Item(
                    draft.id(),
                    draft.kind(),
                    draft.state(),
                    draft.rule(),
                    draft.remark(),
                    draft.editedName(),
                    draft.editedAt(),
                    draft.decidedName(),
                    draft.version());
        }
    }

    record Checked(LocalDate startDate, String expected, String found, boolean passed) {}

    /** A draft with what it would do. */
    record Detail(
            Item draft,
            List<Checked> examples,
            List<Redating.Move> moves,
            int moved,
            int refused,
            int lapsing,
            boolean publishable) {}

    /** @param moved open limits that moved */
    record Published(String timeLimit, int moved) {}

    private final LimitCatalogue catalogue;
    private final TimeLimits time;
    private final CurrentUser user;

    LimitDraftApi(LimitCatalogue catalogue, TimeLimits time, CurrentUser user) {
        this.catalogue = catalogue;
        this.time = time;
        this.user = user;
    }

    @Operation(summary = "Drafts of the catalogue that wait for their publication")
    @GetMapping
    List<Item> open() {
        return catalogue.open(user.actor()).stream().map(Item::of).toList();
    }

    @Operation(summary = "A draft, what the clock says to its examples, and the open limits that it would move")
    @GetMapping("/{id}")
    Detail get(@PathVariable String id) {
        return detail(id, user.actor());
    }

    @Operation(
            summary = "Draft the next version of a limit, or a local limit (id LOCAL-…, with its organ)",
            description = "Fields that are missing are taken from the last version of the limit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Detail create(@RequestBody DraftBody body) {
        Actor actor = user.actor();
        String id = required("timeLimit", body.timeLimit());
        LimitRule last = time.knows(id) ? time.rule(id) : null;
        LimitDraft draft = catalogue.create(rule(body, id, last, null), text(body.remark()), examples(body), actor);
        return detail(draft.id(), actor);
    }

    @Operation(summary = "Draft the end of a limit: the last day on which its event may fall")
    @PostMapping("/ends")
    @ResponseStatus(HttpStatus.CREATED)
    Detail end(@RequestBody EndBody body) {
        Actor actor = user.actor();
        LocalDate last = body.lastDay();
        if (last == null) {
            throw Refusal.fields(List.of(FieldError.of("lastDay", "REQUIRED")));
        }
        String id = required("timeLimit", body.timeLimit());
        return detail(catalogue.end(id, last, text(body.remark()), actor).id(), actor);
    }

    @Operation(summary = "Change an open draft; version is the one that was read")
    @PutMapping("/{id}")
    Detail change(@PathVariable String id, @RequestBody DraftBody body) {
        Actor actor = user.actor();
        LimitDraft before = catalogue.get(id, actor);
        int version = required(body.version());
        String ruleId = body.timeLimit() == null ? before.rule().id() : body.timeLimit();
        catalogue.change(
                id,
                version,
                rule(body, ruleId, before.rule(), before.rule().validTo()),
                body.remark() == null ? before.remark() : body.remark(),
                body.examples() == null ? before.examples() : examples(body),
                actor);
        return detail(id, actor);
    }

    @Operation(summary = "Publish a draft: a head of unit who has not worked on it, once every example comes out")
    @PostMapping("/{id}/publish")
    Published publish(@PathVariable String id, @RequestBody PublishBody body) {
        Actor actor = user.actor();
        LimitDraft draft = catalogue.get(id, actor);
        return new Published(draft.rule().id(), catalogue.publish(id, required(body.version()), actor));
    }

    @Operation(summary = "Discard a draft")
    @PostMapping("/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String id) {
        catalogue.discard(id, user.actor());
    }

    private Detail detail(String id, Actor actor) {
        LimitDraft draft = catalogue.get(id, actor);
        LimitCatalogue.Preview preview = catalogue.preview(id, MOVES_TOLD, actor);
        return new Detail(
                Item.of(draft),
                preview.examples().stream()
                        .map(result -> new Checked(
                                result.example().start(), result.example().expected(), result.found(), result.passed()))
                        .toList(),
                preview.moves(),
                preview.moved(),
                preview.refused(),
                preview.lapsing(),
                preview.publishable());
    }

    private static LimitRule rule(DraftBody body, String id, @Nullable LimitRule last, @Nullable LocalDate until) {
        LocalDate from = body.validFrom() == null && last != null ? last.validFrom() : body.validFrom();
        Method method = body.method() == null && last != null ? last.method() : body.method();
        OnLapse onLapse = body.onLapse() == null && last != null ? last.onLapse() : body.onLapse();
        List<FieldError> missing = new ArrayList<>();
        if (from == null) {
            missing.add(FieldError.of("validFrom", "REQUIRED"));
        }
        if (method == null) {
            missing.add(FieldError.of("method", "REQUIRED"));
        }
        if (onLapse == null) {
            missing.add(FieldError.of("onLapse", "REQUIRED"));
        }
        if (from == null || method == null || onLapse == null) {
            throw Refusal.fields(missing);
        }
        String meaning = or(body.meaning(), last == null ? null : last.meaning());
        String basis = or(body.legalBasis(), last == null ? null : last.basis());
        String event = or(body.startEvent(), last == null ? null : last.startEvent());
        boolean free = body.extensionFree() == null ? last != null && last.extensionFree() : body.extensionFree();
        return new LimitRule(
                id.strip(),
                method == Method.BY_DOCUMENT || body.length() != null || last == null ? body.length() : last.length(),
                or(body.leadLength(), last == null || !method.chained() ? 0 : last.leadLength()),
                method,
                method.unit(),
                or(body.maxExtension(), last == null || free ? 0 : last.maxExtension()),
                free,
                body.pausable() == null ? last != null && last.pausable() : body.pausable(),
                or(body.article(), last == null ? null : last.article()),
                basis,
                or(body.legalBasisEn(), last == null || body.legalBasis() != null ? basis : last.basisEn()),
                meaning,
                or(body.meaningEn(), last == null || body.meaning() != null ? meaning : last.meaningEn()),
                event,
                or(body.startEventEn(), last == null || body.startEvent() != null ? event : last.startEventEn()),
                onLapse,
                or(body.yellow(), last == null ? 0 : last.yellow()),
                or(body.red(), last == null ? 0 : last.red()),
                from,
                body.validTo() == null ? until : body.validTo(),
                body.organ() == null && last != null ? last.organId() : body.organ());
    }

    private static List<LimitExample> examples(DraftBody body) {
        List<LimitExample> examples = new ArrayList<>();
        for (ExampleBody example : Objects.requireNonNullElse(body.examples(), List.<ExampleBody>of())) {
            LocalDate start = example.startDate();
            if (start == null) {
                throw Refusal.fields(List.of(FieldError.of("examples", "EXAMPLE_START")));
            }
            examples.add(new LimitExample(
                    start,
                    Objects.requireNonNullElse(example.pauses(), List.of()),
                    or(example.extensionDays(), 0),
                    example.length(),
                    example.unit(),
                    text(example.expected())));
        }
        return examples;
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of(field, "REQUIRED")));
        }
        return value.strip();
    }

    private static int required(@Nullable Integer version) {
        if (version == null) {
            throw Refusal.fields(List.of(FieldError.of("version", "REQUIRED")));
        }
        return version;
    }

    private static int or(@Nullable Integer value, int other) {
        return value == null ? other : value;
    }

    private static String or(@Nullable String value, @Nullable String other) {
        return value == null ? text(other) : value.strip();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
