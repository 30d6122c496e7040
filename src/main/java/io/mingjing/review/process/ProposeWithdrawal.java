package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.document.OfficialStyle;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.Withdrawals;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 请求撤回: what the applicant asked for and whether it is voluntary (行政复议法 art. 74). */
@Component
class ProposeWithdrawal extends SideProcedure {

    private static final List<String> LETTERS = List.of("withdrawal-permission", "termination");

    private final Withdrawals withdrawals;

    ProposeWithdrawal(Proposals proposals, Withdrawals withdrawals) {
        super(WithdrawalProcess.PROCESS, WithdrawalProcess.REVISE_WITHDRAWAL, Kind.WITHDRAWAL, LETTERS, proposals);
        this.withdrawals = withdrawals;
    }

    @Override
    void propose(CaseFile file, Answers answers, Actor actor) {
        LocalDate on = answers.date("requestedOn");
        String stated = answers.text("statedReason");
        String checked = answers.text("voluntariness");
        withdrawals.propose(
                file.id(), answers.text("requestWay"), stated, checked, answers.ticked("voluntary"), on, actor);
        letters()
                .draft(
                        file.id(),
                        LETTERS.get(0),
                        Map.of("requestedOn", on, "statedReason", stated, "voluntariness", checked),
                        actor);
        String how = answers.ticked("settled") ? "当事人已经和解，" : "";
        letters()
                .draft(
                        file.id(),
                        LETTERS.get(1),
                        Map.of(
                                "terminationReason",
                                how + "申请人于" + OfficialStyle.date(on) + "请求撤回行政复议申请，行政复议机构准予撤回。",
                                "terminationBasis",
                                "第四十一条第一项"),
                        actor);
    }

    /** The officer has recorded the request and looked into it; what comes online is looked into first. */
    @Override
    Map<String, Object> variables() {
        return Map.of("asked", "RECORDED");
    }

    @Override
    Map<String, Object> revised(ReviewOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("requestedOn", order.askedOn());
        values.put("requestWay", order.ground());
        values.put("statedReason", order.facts());
        if (order.evidence() != null) {
            values.put("voluntariness", order.evidence());
            values.put("voluntary", true);
        }
        return values;
    }
}
