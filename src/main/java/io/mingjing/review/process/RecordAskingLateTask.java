package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.IncidentalReviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录通知超期: the maker was not asked within three working days (行政复议法 art. 58.1); the step stays open. */
@Component
class RecordAskingLateTask implements JavaDelegate {

    private static final String RULE = "AR-INC-ASK";

    private final IncidentalReviews incidentals;
    private final CaseLimits limits;

    RecordAskingLateTask(IncidentalReviews incidentals, CaseLimits limits) {
        this.incidentals = incidentals;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        incidentals.recordOverdue(caseId, RULE, limits.lastDay(caseId, RULE));
    }
}
