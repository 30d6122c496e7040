package io.mingjing.review.process;

import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.ProcedureChoice;
import io.mingjing.review.ProcedureChoices;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.time.Computed;
import io.mingjing.time.Explanations;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 立案审批: with the unit head's agreement the application is accepted, and the clocks of acceptance start. */
@Component
class ApproveAcceptance implements TaskHandler {

    private final Reviews reviews;
    private final ProcedureChoices procedures;
    private final TimeLimits limits;

    ApproveAcceptance(Reviews reviews, ProcedureChoices procedures, TimeLimits limits) {
        this.reviews = reviews;
        this.procedures = procedures;
        this.limits = limits;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.APPROVE_ACCEPTANCE;
    }

    @Override
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        if (!"APPROVE".equals(values.get("result")) || !(values.get("acceptedOn") instanceof LocalDate acceptedOn)) {
            return List.of();
        }
        List<Consequence> consequences = new ArrayList<>();
        consequences.add(Consequence.of("accepted", acceptedOn));
        boolean simplified = procedures
                .find(task.file().id())
                .filter(ProcedureChoice::simplified)
                .isPresent();
        for (String rule :
                simplified ? List.of("AR-COPY-SIM", "AR-DECIDE-SIM") : List.of("AR-COPY-ORD", "AR-DECIDE-ORD")) {
            Computed computed = limits.compute(LimitRequest.of(rule, acceptedOn));
            if (computed.due() != null) {
                LimitRule version = limits.rule(rule, acceptedOn);
                consequences.add(Consequence.of("limitStarts." + rule, computed.due(), Explanations.length(version)));
            }
        }
        return consequences;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        if ("APPROVE".equals(values.get("result")) && values.get("acceptedOn") instanceof LocalDate acceptedOn) {
            reviews.accept(task.file().id(), acceptedOn, actor);
            return Map.of(ReviewProcess.PROCEDURE, procedures.settle(task.file().id(), actor));
        }
        return Map.of();
    }
}
