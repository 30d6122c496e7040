package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.ExtensionOrder;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.PauseGrounds;
import io.mingjing.casefile.PauseOrder;
import io.mingjing.casefile.Procedures;
import io.mingjing.casefile.ResumeOrder;
import io.mingjing.casefile.WhatIf;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries out or does the act on a limit that a form asks for. */
@Component
class LimitDesk {

    /** Longer pauses than this are no expectation. */
    private static final int LONGEST = 3650;

    private final CaseLimits limits;
    private final LimitActs acts;
    private final WhatIf whatIf;
    private final Cases cases;
    private final Procedures procedures;

    LimitDesk(CaseLimits limits, LimitActs acts, WhatIf whatIf, Cases cases, Procedures procedures) {
        this.limits = limits;
        this.acts = acts;
        this.whatIf = whatIf;
        this.cases = cases;
        this.procedures = procedures;
    }

    /**
     * The procedure, with approvals and letters, by which alone the act comes about.
     *
     * @param open whether this person may begin it now
     */
    record Lead(String processKey, String name, boolean open) {}

    /** Where the act is no matter of a dialog: the procedure that it belongs to. */
    Optional<Lead> lead(CaseLimit limit, LimitActForm form, Actor actor) {
        CaseFile file = cases.require(limit.caseId());
        return procedures
                .governing(file, limit.rule(), actOf(limit, form))
                .map(offer -> new Lead(
                        offer.processKey(),
                        offer.name(),
                        procedures.offered(file, actor).contains(offer)));
    }

    private static String actOf(CaseLimit limit, LimitActForm form) {
        String act = String.valueOf(form.act());
        return switch (act) {
            case "pause" -> PauseGrounds.suspends(limit.rule(), text(form.ground())) ? "suspend" : "exclude";
            case "resume" ->
                limit.pauses().stream()
                                .anyMatch(pause -> pause.to() == null
                                        && PauseGrounds.suspends(limit.rule(), String.valueOf(pause.ground())))
                        ? "resume"
                        : "exclude";
            default -> act;
        };
    }

    /** The limit, if it belongs to that case and the actor sees it. */
    CaseLimit require(String caseId, String limitId, Actor actor) {
        CaseLimit limit = limits.get(limitId, actor);
        if (!limit.caseId().equals(caseId)) {
            throw Refusal.notFound("LIMIT_NOT_FOUND");
        }
        return limit;
    }

    WhatIf.Outlook tryOut(CaseLimit limit, LimitActForm form, Actor actor) {
        return switch (String.valueOf(form.act())) {
            case "pause" -> whatIf.pause(limit.id(), pause(form), actor);
            case "resume" -> whatIf.resume(limit.id(), day("on", form.on()), actor);
            case "extend" -> whatIf.extend(limit.id(), extension(form), actor);
            case "convert" -> whatIf.convert(limit.id(), actor);
            default -> throw unknownAct();
        };
    }

    /** @return the limit as it runs afterwards; for a conversion the one that took its place */
    CaseLimit act(CaseLimit limit, LimitActForm form, Actor actor) {
        Optional<Lead> lead = lead(limit, form, actor);
        if (lead.isPresent()) {
            throw Refusal.conflict("LIMIT_BY_PROCEDURE", lead.get().name());
        }
        return switch (String.valueOf(form.act())) {
            case "pause" -> acts.pause(limit.id(), pause(form), actor);
            case "resume" ->
                acts.resume(
                        limit.id(), new ResumeOrder(day("on", form.on()), known(form.order()), form.reason()), actor);
            case "extend" -> acts.extend(limit.id(), extension(form), actor);
            case "convert" -> acts.convert(limit.id(), text(form.reason()), actor);
            default -> throw unknownAct();
        };
    }

    private static PauseOrder pause(LimitActForm form) {
        LocalDate from = day("from", form.from());
        Integer days = form.days();
        if (days != null && (days < 1 || days > LONGEST)) {
            throw Refusal.fields(
                    List.of(FieldError.of("days", days < 1 ? "TOO_SMALL" : "TOO_LARGE", days < 1 ? 1 : LONGEST)));
        }
        LocalDate expected = days == null ? null : from.plusDays(days);
        return new PauseOrder(from, text(form.ground()), text(form.order()), expected, form.reason());
    }

    private static ExtensionOrder extension(LimitActForm form) {
        if (form.days() == null) {
            throw Refusal.fields(List.of(FieldError.of("days", "DAYS_REQUIRED")));
        }
        return new ExtensionOrder(form.days(), text(form.reason()), known(form.order()));
    }

    private static LocalDate day(String field, @Nullable LocalDate day) {
        if (day == null) {
            throw Refusal.fields(List.of(FieldError.of(field, "REQUIRED")));
        }
        return day;
    }

    private static Refusal unknownAct() {
        return Refusal.fields(List.of(FieldError.of("act", "NOT_AN_OPTION")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static @Nullable String known(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
