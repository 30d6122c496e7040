package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.IncidentalReviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录未按期答复: the maker kept silent, and the review goes on without its answer (行政复议法 art. 58.1). */
@Component
class RecordNoMakerAnswerTask implements JavaDelegate {

    private static final String RULE = "AR-INC-ANSWER";

    private final IncidentalReviews incidentals;
    private final CaseLimits limits;

    RecordNoMakerAnswerTask(IncidentalReviews incidentals, CaseLimits limits) {
        this.incidentals = incidentals;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        incidentals.recordNoAnswer(caseId, limits.lastDay(caseId, RULE));
    }
}
