package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitPause;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.WhatIf;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Extension;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The limits of a case as machines read and move them, under the rules of the pages. */
@RestController
@RequestMapping("/api/v1/cases/{id}/limits")
class LimitApi {

    /**
     * A limit with its explanation.
     *
     * @param lateDays by how many days, in its unit, it was met too late; 0 when it was not
     */
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
            long lateDays,
            int extensionDays,
            List<LimitPause> pauses,
            List<Extension> extensions,
            boolean provisional,
            int version,
            String explanation,
            List<LimitTexts.Step> steps) {}

    private final Cases cases;
    private final CaseLimits limits;
    private final LimitDesk desk;
    private final LimitTexts texts;
    private final CurrentUser user;

    LimitApi(Cases cases, CaseLimits limits, LimitDesk desk, LimitTexts texts, CurrentUser user) {
        this.cases = cases;
        this.limits = limits;
        this.desk = desk;
        this.texts = texts;
        this.user = user;
    }

    @Operation(summary = "The limits of a case, each with its explanation as steps and as a paragraph")
    @GetMapping
    List<Limit> limits(@PathVariable String id, Locale locale) {
        cases.get(id, user.actor());
        return limits.of(id).stream().map(limit -> limit(limit, locale)).toList();
    }

    @Operation(summary = "Every version of a limit, first to last: what changed, why, by whom, with which legal date")
    @GetMapping("/{limitId}/versions")
    List<LimitTexts.Version> versions(@PathVariable String id, @PathVariable String limitId, Locale locale) {
        Actor actor = user.actor();
        desk.require(id, limitId, actor);
        return texts.versions(limits.changes(limitId, actor), locale);
    }

    @Operation(
            summary =
                    "What an act would do to every limit of the case; changes nothing and refuses what the act would refuse",
            description = """
                    act is pause (from, ground, order, days: how long it is expected to last), resume (on), \
                    extend (days in the limit's unit) or convert (from the simplified to the ordinary procedure)""")
    @PostMapping("/{limitId}/what-if")
    WhatIf.Outlook whatIf(@PathVariable String id, @PathVariable String limitId, @RequestBody LimitActForm body) {
        Actor actor = user.actor();
        return desk.tryOut(desk.require(id, limitId, actor), body, actor);
    }

    @Operation(summary = "Stop the clock", description = """
                    Needs from, ground and order, the number of the document. A suspension of a review (grounds 1 to 10) \
                    is for the head of the organ""")
    @PostMapping("/{limitId}/pause")
    Limit pause(@PathVariable String id, @PathVariable String limitId, @RequestBody LimitActForm body, Locale locale) {
        return act(id, limitId, body.as("pause"), locale);
    }

    @Operation(summary = "Let the clock run again from the day on")
    @PostMapping("/{limitId}/resume")
    Limit resume(@PathVariable String id, @PathVariable String limitId, @RequestBody LimitActForm body, Locale locale) {
        return act(id, limitId, body.as("resume"), locale);
    }

    @Operation(
            summary =
                    "Lengthen a limit before it expires by days, in its unit; for the head of the unit, with a reason")
    @PostMapping("/{limitId}/extend")
    Limit extend(@PathVariable String id, @PathVariable String limitId, @RequestBody LimitActForm body, Locale locale) {
        return act(id, limitId, body.as("extend"), locale);
    }

    @Operation(
            summary =
                    "Go from the simplified to the ordinary procedure: answers the limit that takes the place of this one")
    @PostMapping("/{limitId}/convert")
    Limit convert(
            @PathVariable String id, @PathVariable String limitId, @RequestBody LimitActForm body, Locale locale) {
        return act(id, limitId, body.as("convert"), locale);
    }

    private Limit act(String caseId, String limitId, LimitActForm form, Locale locale) {
        Actor actor = user.actor();
        return limit(desk.act(desk.require(caseId, limitId, actor), form, actor), locale);
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
                texts.lateDays(limit),
                limit.extensionDays(),
                limits.pauses(limit),
                limit.extensions(),
                limit.provisional(),
                limit.version(),
                explanation.paragraph(),
                explanation.steps());
    }
}
