package io.mingjing.review.process;

import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.ProcedureChoice;
import io.mingjing.review.ProcedureChoices;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 视为受理: the five working days passed in silence (行政复议法 art. 30.3). Whatever was drafted for another outcome can no
 * longer go out; the notices of acceptance are drafted anew, for they must say how it came about.
 */
@Component
class DeemAcceptedTask implements JavaDelegate {

    private static final String DEEMED = "DEEMED";

    private final Reviews reviews;
    private final ProcedureChoices procedures;
    private final CaseLimits limits;
    private final CaseLetters letters;

    DeemAcceptedTask(Reviews reviews, ProcedureChoices procedures, CaseLimits limits, CaseLetters letters) {
        this.reviews = reviews;
        this.procedures = procedures;
        this.limits = limits;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.deemAccepted(caseId, limits.lastDay(caseId, "AR-INTAKE"));
        letters.supersede(caseId, ReviewAcceptance.lettersBut(DEEMED), Actor.SYSTEM);
        procedures.settleDeemed(caseId);
        execution.setVariable(ReviewProcess.PROCEDURE, ProcedureChoice.ORDINARY);
        execution.setVariable(ReviewProcess.ACCEPTANCE, DEEMED);
    }
}
