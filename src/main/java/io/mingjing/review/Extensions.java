package io.mingjing.review;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.ExtensionOrder;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.WhatIf;
import io.mingjing.review.ReviewOrder.Draft;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 延期 and 转为普通程序: what the head of the unit does to the time for deciding (行政复议法 art. 55, 62). */
@Service
@Transactional
public class Extensions {

    /** Days by which a complex case may be extended in total (art. 62.1). */
    private static final int MOST = 30;

    private final ReviewOrders orders;
    private final ReviewClock clock;
    private final ProcedureChoices procedures;
    private final LimitActs acts;
    private final WhatIf whatIf;
    private final Clock time;

    Extensions(
            ReviewOrders orders,
            ReviewClock clock,
            ProcedureChoices procedures,
            LimitActs acts,
            WhatIf whatIf,
            Clock time) {
        this.orders = orders;
        this.clock = clock;
        this.procedures = procedures;
        this.acts = acts;
        this.whatIf = whatIf;
        this.time = time;
    }

    /**
     * An officer proposes to extend.
     *
     * @return the last day that would follow
     * @throws Refusal {@code EXTENSION_SIMPLIFIED}, {@code EXTENSION_ONCE}, {@code EXTENSION_TOO_LONG},
     *     {@code EXTENSION_EXPIRED}, {@code EXTENSION_PAUSED}
     */
    public @Nullable LocalDate propose(String caseId, int days, String reason, Actor actor) {
        CaseLimit limit = requireExtendable(caseId, days);
        orders.propose(caseId, Kind.EXTENSION, new Draft(null, reason, null, days, null, null), actor);
        return whatIf.extend(limit.id(), ExtensionOrder.of(days, reason), ReviewClock.inTheNameOf(actor.name()))
                .effects()
                .get(0)
                .dueAfter();
    }

    /** The head of the unit agreed, before the time was over. */
    public void extend(String caseId, String approver) {
        ReviewOrder order = orders.proposed(caseId, Kind.EXTENSION)
                .orElseThrow(() -> Refusal.conflict("REVIEW_ORDER_NOT_PROPOSED"));
        int days = order.days() == null ? 0 : order.days();
        CaseLimit limit = requireExtendable(caseId, days);
        Actor unit = ReviewClock.inTheNameOf(approver);
        acts.extend(limit.id(), ExtensionOrder.of(days, order.facts()), unit);
        orders.order(caseId, Kind.EXTENSION, null, LocalDate.now(time), unit);
    }

    private CaseLimit requireExtendable(String caseId, int days) {
        CaseLimit limit = clock.require(caseId);
        if (limit.rule().equals(ReviewClock.SIMPLIFIED)) {
            throw Refusal.conflict("EXTENSION_SIMPLIFIED");
        }
        if (limit.extensionDays() > 0) {
            throw Refusal.conflict("EXTENSION_ONCE", limit.extensionDays());
        }
        if (days > MOST) {
            throw Refusal.conflict("EXTENSION_TOO_LONG", MOST);
        }
        if (limit.state() == LimitState.PAUSED) {
            throw Refusal.conflict("EXTENSION_PAUSED");
        }
        LocalDate due = limit.dueOn();
        if (due != null && LocalDate.now(time).isAfter(due)) {
            throw Refusal.conflict("EXTENSION_EXPIRED", due);
        }
        return limit;
    }

    /**
     * An officer proposes to go on under the ordinary procedure.
     *
     * @return the last day that would follow
     * @throws Refusal {@code CONVERSION_ORDINARY}: there is no way but from the simplified procedure to the ordinary one
     */
    public @Nullable LocalDate proposeConversion(String caseId, String reason, Actor actor) {
        CaseLimit limit = requireSimplified(caseId);
        orders.propose(caseId, Kind.CONVERSION, Draft.of(null, reason), actor);
        return whatIf.convert(limit.id(), ReviewClock.inTheNameOf(actor.name()))
                .effects()
                .get(1)
                .dueAfter();
    }

    /** The head of the unit agreed: thirty days become sixty, from the same acceptance; copy and reply follow. */
    public void convert(String caseId, String approver) {
        requireSimplified(caseId);
        Actor unit = ReviewClock.inTheNameOf(approver);
        LocalDate today = LocalDate.now(time);
        ReviewOrder order = orders.order(caseId, Kind.CONVERSION, null, today, unit);
        for (CaseLimit limit : clock.open(caseId, LimitActs.simplifiedRules())) {
            acts.convert(limit.id(), order.facts(), unit);
        }
        procedures.convert(caseId, order.facts(), today, unit);
    }

    private CaseLimit requireSimplified(String caseId) {
        CaseLimit limit = clock.require(caseId);
        if (!limit.rule().equals(ReviewClock.SIMPLIFIED)) {
            throw Refusal.conflict("CONVERSION_ORDINARY");
        }
        return limit;
    }
}
