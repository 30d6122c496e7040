package io.mingjing.casefile.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitOrder;
import io.mingjing.casefile.LimitOrders;
import io.mingjing.casefile.LimitPlan;
import io.mingjing.casefile.LocalLimits;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.time.DayUnit;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Orders on the limits of a case, tried out before they are done, and its local limits. */
@Controller
@RequestMapping("/cases/{caseId}/own-limits")
class OwnLimitsController {

    /**
     * @param kind which of the fields counts; the others may hold what was typed before
     */
    record OrderForm(
            @Nullable String limitId,
            LimitOrder.@Nullable Kind kind,
            @Nullable Integer length,
            @Nullable LocalDate endOn,
            @Nullable String documentName,
            @Nullable String documentNo,
            @Nullable LocalDate documentDate,
            @Nullable String remark) {

        LimitOrder.Basis basis() {
            return new LimitOrder.Basis(documentName, documentNo, documentDate, remark);
        }

        @Nullable
        Integer wantedLength() {
            return kind == LimitOrder.Kind.END_DATE ? null : length;
        }

        @Nullable
        LocalDate wantedEnd() {
            return kind == LimitOrder.Kind.END_DATE ? endOn : null;
        }
    }

    private final Cases cases;
    private final CaseLimits limits;
    private final LimitOrders orders;
    private final LocalLimits locals;
    private final CurrentUser user;
    private final MessageSource messages;
    private final RefusalTexts refusals;

    OwnLimitsController(
            Cases cases,
            CaseLimits limits,
            LimitOrders orders,
            LocalLimits locals,
            CurrentUser user,
            MessageSource messages,
            RefusalTexts refusals) {
        this.cases = cases;
        this.limits = limits;
        this.orders = orders;
        this.locals = locals;
        this.user = user;
        this.messages = messages;
        this.refusals = refusals;
    }

    /** What an order would change, or the sentence of its refusal; nothing has happened when the reader leaves. */
    @HxRequest
    @PostMapping("/orders/plan")
    String plan(@PathVariable String caseId, OrderForm form, Model model, HttpServletResponse response, Locale locale) {
        Actor actor = user.actor();
        try {
            String limitId = require(caseId, form.limitId(), actor);
            LimitPlan plan = form.kind() == LimitOrder.Kind.LIFTED
                    ? orders.planLift(limitId, form.basis(), actor)
                    : orders.plan(limitId, form.wantedLength(), form.wantedEnd(), form.basis(), actor);
            model.addAttribute("caseId", caseId);
            model.addAttribute("form", form);
            model.addAttribute("before", plan.dueBefore());
            model.addAttribute("after", plan.dueAfter());
            model.addAttribute("yellow", plan.yellowAfter());
            model.addAttribute("red", plan.redAfter());
            model.addAttribute("provisional", plan.provisional());
            return "casefile/own-limits :: plan";
        } catch (Refusal refusal) {
            return refused(refusal, model, response, locale);
        }
    }

    /** Does it, and shows the tab anew; a refusal stays in the dialog. */
    @HxRequest
    @PostMapping("/orders")
    String order(
            @PathVariable String caseId, OrderForm form, Model model, HttpServletResponse response, Locale locale) {
        try {
            act(caseId, form, user.actor());
        } catch (Refusal refusal) {
            return refused(refusal, model, response, locale);
        }
        response.setHeader("HX-Redirect", "/cases/" + caseId + "/limits");
        return "casefile/own-limits :: done";
    }

    /** The same without htmx. */
    @PostMapping("/orders")
    String orderPlainly(@PathVariable String caseId, OrderForm form) {
        act(caseId, form, user.actor());
        return back(caseId);
    }

    private void act(String caseId, OrderForm form, Actor actor) {
        String limitId = require(caseId, form.limitId(), actor);
        if (form.kind() == LimitOrder.Kind.LIFTED) {
            orders.lift(limitId, form.basis(), actor);
        } else {
            orders.order(limitId, form.wantedLength(), form.wantedEnd(), form.basis(), actor);
        }
    }

    @PostMapping("/start")
    String start(
            @PathVariable String caseId,
            @RequestParam String rule,
            @RequestParam LocalDate startOn,
            @RequestParam(required = false) @Nullable Integer length) {
        Actor actor = user.actor();
        cases.get(caseId, actor);
        locals.start(caseId, rule, startOn, length, length == null ? null : DayUnit.NATURAL_DAY, actor);
        return back(caseId);
    }

    @PostMapping("/{limitId}/meet")
    String meet(@PathVariable String caseId, @PathVariable String limitId, @RequestParam LocalDate on) {
        Actor actor = user.actor();
        locals.meet(require(caseId, limitId, actor), on, actor);
        return back(caseId);
    }

    @PostMapping("/{limitId}/cancel")
    String cancel(
            @PathVariable String caseId, @PathVariable String limitId, @RequestParam(defaultValue = "") String reason) {
        Actor actor = user.actor();
        locals.cancel(require(caseId, limitId, actor), reason, actor);
        return back(caseId);
    }

    private String require(String caseId, @Nullable String limitId, Actor actor) {
        if (limitId == null || limitId.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("limitId", "REQUIRED")));
        }
        CaseLimit limit = limits.get(limitId, actor);
        if (!limit.caseId().equals(caseId)) {
            throw Refusal.notFound("LIMIT_NOT_FOUND");
        }
        return limit.id();
    }

    private String refused(Refusal refusal, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(422);
        String colon = text("casefile.rules.colon", locale);
        model.addAttribute(
                "refusal",
                refusals.sentences(refusal, field -> text("casefile.own.order." + field, locale) + colon, locale));
        return "casefile/own-limits :: refused";
    }

    private static String back(String caseId) {
        return "redirect:/cases/" + caseId + "/limits";
    }

    private String text(String key, Locale locale, Object... args) {
        String text = messages.getMessage(key, args, key, locale);
        return text == null ? key : text;
    }
}
