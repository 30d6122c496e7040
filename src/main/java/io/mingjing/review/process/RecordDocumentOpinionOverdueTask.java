package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.IncidentalReviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录并催促: the competent organ did not answer within sixty days (行政复议法 art. 60); the case stays suspended. */
@Component
class RecordDocumentOpinionOverdueTask implements JavaDelegate {

    private static final String RULE = "AR-INC-OPINION";

    private final IncidentalReviews incidentals;
    private final CaseLimits limits;

    RecordDocumentOpinionOverdueTask(IncidentalReviews incidentals, CaseLimits limits) {
        this.incidentals = incidentals;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        incidentals.recordOverdue(caseId, RULE, limits.lastDay(caseId, RULE));
    }
}
