package io.mingjing.review.process;

import io.mingjing.review.EarlyWithdrawals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 撤回结案: the application was withdrawn before acceptance; the file goes to the archive. */
@Component
class EndByEarlyWithdrawalTask implements JavaDelegate {

    private final EarlyWithdrawals withdrawals;
    private final Archiving archiving;

    EndByEarlyWithdrawalTask(EarlyWithdrawals withdrawals, Archiving archiving) {
        this.withdrawals = withdrawals;
        this.archiving = archiving;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        withdrawals.close(caseId);
        archiving.begin(caseId);
    }
}
