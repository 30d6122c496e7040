package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.IncidentalReviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录审查超期: the document was not dealt with within thirty days (行政复议法 art. 56, 57); the step stays open. */
@Component
class RecordExaminationOverdueTask implements JavaDelegate {

    private static final String RULE = "AR-INC-OWN";

    private final IncidentalReviews incidentals;
    private final CaseLimits limits;

    RecordExaminationOverdueTask(IncidentalReviews incidentals, CaseLimits limits) {
        this.incidentals = incidentals;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        incidentals.recordOverdue(caseId, RULE, limits.lastDay(caseId, RULE));
    }
}
