package io.mingjing.review.process;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.Procedures;
import io.mingjing.review.EarlyWithdrawals;
import io.mingjing.review.Mediations;
import io.mingjing.review.Withdrawals;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 和解: the parties settled, the clock runs and the withdrawal is looked into (行政复议法 art. 74); before acceptance the unit
 * decides on the early withdrawal 受理前调撤.
 */
@Component
class SettleMediationTask implements JavaDelegate {

    private final Mediations mediations;
    private final Withdrawals withdrawals;
    private final EarlyWithdrawals early;
    private final Procedures procedures;
    private final ActDay actDay;

    SettleMediationTask(
            Mediations mediations,
            Withdrawals withdrawals,
            EarlyWithdrawals early,
            Procedures procedures,
            ActDay actDay) {
        this.mediations = mediations;
        this.withdrawals = withdrawals;
        this.early = early;
        this.procedures = procedures;
        this.actDay = actDay;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        mediations.end(caseId);
        if (early.open(caseId)) {
            if (!procedures.running(caseId, EarlyWithdrawalProcess.PROCESS)) {
                early.ask(caseId, true, actDay.today(), Actor.SYSTEM);
                procedures.begin(caseId, EarlyWithdrawalProcess.PROCESS, Map.of());
            }
        } else if (withdrawals.ask(caseId, "ORAL", "当事人已经和解。", actDay.today(), Actor.SYSTEM)) {
            procedures.begin(caseId, WithdrawalProcess.PROCESS, Map.of("asked", "ONLINE"));
        }
    }
}
