package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitOrder;
import io.mingjing.casefile.LimitOrders;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.LocalLimits;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.DayUnit;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a case has of its own: lengths and last days set by a document, and the local limits of its organ. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/limits")
class OwnLimitApi {

    /**
     * @param length in the unit of the limit; or {@code endDate}
     * @param endDate the last day itself
     */
    record OrderBody(
            @Nullable Integer length,
            @Nullable LocalDate endDate,
            @Nullable String documentName,
            @Nullable String documentNumber,
            @Nullable LocalDate documentDate,
            @Nullable String remark) {

        LimitOrder.Basis basis() {
            return new LimitOrder.Basis(documentName, documentNumber, documentDate, remark);
        }
    }

    record StartBody(
            @Nullable String timeLimit,
            @Nullable LocalDate startDate,
            @Nullable Integer length,
            @Nullable DayUnit unit) {}

    record MeetBody(@Nullable LocalDate on) {}

    record CancelBody(@Nullable String reason) {}

    /** How the limit stands after the act. */
    record Outcome(
            String id,
            String timeLimit,
            LimitState state,
            LocalDate startDate,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate yellowOn,
            @Nullable LocalDate redOn,
            @Nullable LocalDate metOn,
            boolean provisional,
            int version) {

        static Outcome of(CaseLimit limit) {
            return new Outcome(
                    limit.id(),
                    limit.rule(),
                    limit.state(),
                    limit.startOn(),
                    limit.dueOn(),
                    limit.yellowOn(),
                    limit.redOn(),
                    limit.metOn(),
                    limit.provisional(),
                    limit.version());
        }
    }

    private final Cases cases;
    private final CaseLimits limits;
    private final LimitOrders orders;
    private final LocalLimits locals;
    private final CurrentUser user;

    OwnLimitApi(Cases cases, CaseLimits limits, LimitOrders orders, LocalLimits locals, CurrentUser user) {
        this.cases = cases;
        this.limits = limits;
        this.orders = orders;
        this.locals = locals;
        this.user = user;
    }

    @Operation(summary = "The documents that gave a limit another length or last day, first to last")
    @GetMapping("/{limitId}/orders")
    List<LimitOrder> orders(@PathVariable String caseId, @PathVariable String limitId) {
        require(caseId, limitId, user.actor());
        return orders.of(limitId);
    }

    @Operation(
            summary = "Give a limit another length or last day by an order or a special statute",
            description = "For the head of the unit; name, number and date of the document are required")
    @PostMapping("/{limitId}/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Outcome order(@PathVariable String caseId, @PathVariable String limitId, @RequestBody OrderBody body) {
        Actor actor = user.actor();
        require(caseId, limitId, actor);
        return Outcome.of(orders.order(limitId, body.length(), body.endDate(), body.basis(), actor));
    }

    @Operation(summary = "Go back to the length of the catalogue; needs a document too")
    @PostMapping("/{limitId}/orders/lift")
    Outcome lift(@PathVariable String caseId, @PathVariable String limitId, @RequestBody OrderBody body) {
        Actor actor = user.actor();
        require(caseId, limitId, actor);
        return Outcome.of(orders.lift(limitId, body.basis(), actor));
    }

    @Operation(summary = "Start a local limit of the organ in a case")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Outcome start(@PathVariable String caseId, @RequestBody StartBody body) {
        Actor actor = user.actor();
        cases.get(caseId, actor);
        String rule = body.timeLimit();
        LocalDate startOn = body.startDate();
        List<FieldError> missing = new ArrayList<>();
        if (rule == null) {
            missing.add(FieldError.of("timeLimit", "REQUIRED"));
        }
        if (startOn == null) {
            missing.add(FieldError.of("startDate", "REQUIRED"));
        }
        if (rule == null || startOn == null) {
            throw Refusal.fields(missing);
        }
        return Outcome.of(locals.start(caseId, rule, startOn, body.length(), body.unit(), actor));
    }

    @Operation(summary = "What a local limit was for has been done")
    @PostMapping("/{limitId}/meet")
    Outcome meet(@PathVariable String caseId, @PathVariable String limitId, @RequestBody MeetBody body) {
        Actor actor = user.actor();
        require(caseId, limitId, actor);
        LocalDate on = body.on();
        if (on == null) {
            throw Refusal.fields(List.of(FieldError.of("on", "REQUIRED")));
        }
        return Outcome.of(locals.meet(limitId, on, actor));
    }

    @Operation(summary = "A local limit no longer applies")
    @PostMapping("/{limitId}/cancel")
    Outcome cancel(@PathVariable String caseId, @PathVariable String limitId, @RequestBody CancelBody body) {
        Actor actor = user.actor();
        require(caseId, limitId, actor);
        return Outcome.of(locals.cancel(limitId, body.reason() == null ? "" : body.reason(), actor));
    }

    private void require(String caseId, String limitId, Actor actor) {
        if (!limits.get(limitId, actor).caseId().equals(caseId)) {
            throw Refusal.notFound("LIMIT_NOT_FOUND");
        }
    }
}
