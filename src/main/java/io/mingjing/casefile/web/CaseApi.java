package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CasePage;
import io.mingjing.casefile.CaseRow;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Pause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases and their limits for machines, under the same rules as the pages. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseApi {

    /**
     * A case in a list.
     *
     * @param dueDate of the running limit that ends first; null without one and while it is paused
     */
    record Item(
            String id,
            String caseNumber,
            String registerNumber,
            Area area,
            String kind,
            String title,
            CaseState state,
            @Nullable String stage,
            @Nullable String outcome,
            LocalDate receivedOn,
            @Nullable LocalDate closedOn,
            String government,
            List<String> parties,
            @Nullable String lead,
            @Nullable String timeLimit,
            @Nullable LocalDate dueDate,
            @Nullable Long daysLeft,
            @Nullable DayUnit dayUnit,
            String light,
            boolean paused,
            boolean provisional) {}

    /**
     * A page of cases.
     *
     * @param next cursor for {@code after}; null on the last page
     * @param total exact to 999
     * @param totalExceeded whether there are more than 999
     */
    record Items(List<Item> items, @Nullable String next, int total, boolean totalExceeded) {}

    /** A whole case. */
    record Detail(
            String id,
            String caseNumber,
            String registerNumber,
            Area area,
            String kind,
            String title,
            CaseState state,
            @Nullable String stage,
            @Nullable String outcome,
            @Nullable String procedure,
            LocalDate receivedOn,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate archivedOn,
            String governmentId,
            String unitId,
            int version,
            List<Party> parties,
            List<Handler> handlers,
            Map<String, LocalDate> keyDates) {}

    /** A limit with its explanation. */
    record Limit(
            String id,
            String timeLimit,
            String meaning,
            String legalBasis,
            LimitState state,
            LocalDate startDate,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate yellowOn,
            @Nullable LocalDate redOn,
            DayUnit dayUnit,
            @Nullable Long daysLeft,
            String light,
            boolean paused,
            @Nullable LocalDate pausedOn,
            @Nullable LocalDate metOn,
            int extensionDays,
            List<Pause> pauses,
            boolean provisional,
            int version,
            String explanation,
            List<LimitTexts.Step> steps) {}

    record PauseBody(
            @Nullable LocalDate from,
            @Nullable String ground,
            @Nullable String reason) {}

    record ResumeBody(@Nullable LocalDate on) {}

    record ExtendBody(@Nullable Integer days, @Nullable String reason) {}

    private final Cases cases;
    private final Parties parties;
    private final Handlers handlers;
    private final CaseLimits limits;
    private final LimitActs limitActs;
    private final LimitTexts texts;
    private final CurrentUser user;

    CaseApi(
            Cases cases,
            Parties parties,
            Handlers handlers,
            CaseLimits limits,
            LimitActs limitActs,
            LimitTexts texts,
            CurrentUser user) {
        this.cases = cases;
        this.parties = parties;
        this.handlers = handlers;
        this.limits = limits;
        this.limitActs = limitActs;
        this.texts = texts;
        this.user = user;
    }

    @GetMapping
    Items search(CaseQueryForm form) {
        CasePage page = cases.search(form.query(), user.actor());
        return new Items(
                page.items().stream().map(this::item).toList(),
                page.next(),
                Math.min(page.total(), 999),
                page.total() > 999);
    }

    @GetMapping("/{id}")
    Detail get(@PathVariable String id) {
        CaseFile file = cases.get(id, user.actor());
        return new Detail(
                file.id(),
                file.number(),
                file.registerNo(),
                file.area(),
                file.kind(),
                file.title(),
                file.state(),
                file.stage(),
                file.outcome(),
                file.procedure(),
                file.receivedOn(),
                file.closedOn(),
                file.archivedOn(),
                file.governmentId(),
                file.unitId(),
                file.version(),
                parties.of(id),
                handlers.of(id),
                cases.keyDates(id));
    }

    @GetMapping("/{id}/limits")
    List<Limit> limits(@PathVariable String id, Locale locale) {
        cases.get(id, user.actor());
        return limits.of(id).stream().map(limit -> limit(limit, locale)).toList();
    }

    @PostMapping("/{id}/limits/{limitId}/pause")
    Limit pause(@PathVariable String id, @PathVariable String limitId, @RequestBody PauseBody body, Locale locale) {
        Actor actor = user.actor();
        require(id, limitId, actor);
        LocalDate from = body.from();
        String ground = body.ground();
        List<FieldError> missing = new ArrayList<>();
        if (from == null) {
            missing.add(FieldError.of("from", "REQUIRED"));
        }
        if (ground == null) {
            missing.add(FieldError.of("ground", "REQUIRED"));
        }
        if (from == null || ground == null) {
            throw Refusal.fields(missing);
        }
        return limit(limitActs.pause(limitId, from, ground, body.reason(), actor), locale);
    }

    @PostMapping("/{id}/limits/{limitId}/resume")
    Limit resume(@PathVariable String id, @PathVariable String limitId, @RequestBody ResumeBody body, Locale locale) {
        Actor actor = user.actor();
        require(id, limitId, actor);
        LocalDate on = body.on();
        if (on == null) {
            throw Refusal.fields(List.of(FieldError.of("on", "REQUIRED")));
        }
        return limit(limitActs.resume(limitId, on, actor), locale);
    }

    @PostMapping("/{id}/limits/{limitId}/extend")
    Limit extend(@PathVariable String id, @PathVariable String limitId, @RequestBody ExtendBody body, Locale locale) {
        Actor actor = user.actor();
        require(id, limitId, actor);
        Integer days = body.days();
        if (days == null) {
            throw Refusal.fields(List.of(FieldError.of("days", "REQUIRED")));
        }
        String reason = body.reason() == null ? "" : body.reason();
        return limit(limitActs.extend(limitId, days, reason, actor), locale);
    }

    private void require(String caseId, String limitId, Actor actor) {
        if (!limits.get(limitId, actor).caseId().equals(caseId)) {
            throw Refusal.notFound("LIMIT_NOT_FOUND");
        }
    }

    private Item item(CaseRow row) {
        CaseLimit limit = row.limit();
        return new Item(
                row.id(),
                row.number(),
                row.registerNo(),
                row.area(),
                row.kind(),
                row.title(),
                row.state(),
                row.stage(),
                row.outcome(),
                row.receivedOn(),
                row.closedOn(),
                row.government(),
                row.parties(),
                row.lead(),
                limit == null ? null : limit.rule(),
                limit == null ? null : limit.dueOn(),
                limit == null ? null : texts.daysLeft(limit),
                limit == null ? null : limit.unit(),
                limit == null ? "NONE" : texts.light(limit).name(),
                limit != null && limit.state() == LimitState.PAUSED,
                limit != null && limit.provisional());
    }

    private Limit limit(CaseLimit limit, Locale locale) {
        LimitTexts.Explanation explanation = texts.explanation(limit, locale);
        return new Limit(
                limit.id(),
                limit.rule(),
                explanation.meaning(),
                explanation.basis(),
                limit.state(),
                limit.startOn(),
                limit.dueOn(),
                limit.yellowOn(),
                limit.redOn(),
                limit.unit(),
                texts.daysLeft(limit),
                texts.light(limit).name(),
                limit.state() == LimitState.PAUSED,
                limit.pausedOn(),
                limit.metOn(),
                limit.extensionDays(),
                limit.pauses(),
                limit.provisional(),
                limit.version(),
                explanation.paragraph(),
                explanation.steps());
    }
}
