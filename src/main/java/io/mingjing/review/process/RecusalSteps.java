package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.RecusalRequest;
import io.mingjing.review.RecusalRequest.State;
import io.mingjing.review.RecusalRequests;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the steps of 回避 do; the person concerned does none of them. */
@Configuration(proxyBeanMethods = false)
class RecusalSteps {

    private final RecusalRequests requests;

    RecusalSteps(RecusalRequests requests) {
        this.requests = requests;
    }

    @Bean
    TaskHandler decideRecusal() {
        return BesideStep.of(RecusalProcess.PROCESS, RecusalProcess.DECIDE_RECUSAL, this::decide);
    }

    @Bean
    TaskHandler decideHeadRecusal() {
        return BesideStep.of(RecusalProcess.PROCESS, RecusalProcess.DECIDE_HEAD_RECUSAL, this::decide);
    }

    @Bean
    TaskHandler draftRecusalAnswer() {
        return new BesideStep(
                RecusalProcess.PROCESS,
                RecusalProcess.DRAFT_ANSWER,
                caseId -> requests.last(caseId).map(RecusalSteps::said).orElse(Map.of()),
                this::other);
    }

    @Bean
    TaskHandler approveRecusalAnswer() {
        return BesideStep.of(RecusalProcess.PROCESS, RecusalProcess.APPROVE_ANSWER, this::other);
    }

    private Map<String, Object> decide(TaskContext task, Answers answers, Actor actor) {
        requests.decide(
                task.file().id(),
                answers.text("recusalDecision").equals("GRANT"),
                answers.text("recusalOpinion"),
                actor);
        return Map.of();
    }

    private Map<String, Object> other(TaskContext task, Answers answers, Actor actor) {
        requests.requireOther(task.file().id(), actor);
        return Map.of();
    }

    /** What the answer begins with: what was asked, and what was decided why. */
    private static Map<String, Object> said(RecusalRequest request) {
        String opinion = request.opinion() == null ? "" : request.opinion();
        return Map.of(
                "recusalAskedBy",
                request.applicant() == null ? "" : request.applicant(),
                "recusalAsked",
                request.personName(),
                "recusalGrounds",
                request.facts(),
                "recusalHolding",
                (request.state() == State.GRANTED
                                ? "经审查，决定" + request.personName() + "回避，不再办理本案。"
                                : "经审查，" + request.personName() + "不具有应当回避的情形，决定不予回避。")
                        + opinion);
    }
}
