package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.Procedure;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.engine.Processes;
import io.mingjing.review.Reviews;
import io.mingjing.review.ThirdParties;
import io.mingjing.review.ThirdParty;
import io.mingjing.shared.Actor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the start and the steps of {@link ThirdPartyProcess} do, beyond its letter. */
@Configuration(proxyBeanMethods = false)
class ThirdPartySteps {

    private final ThirdParties thirdParties;

    ThirdPartySteps(ThirdParties thirdParties) {
        this.thirdParties = thirdParties;
    }

    /** Between acceptance and decision, to those who handle the case, one proposal at a time. */
    @Bean
    Procedure thirdPartyStart(Reviews reviews, CaseHandlers handlers, Processes processes) {
        return BesideStart.of(
                ThirdPartyProcess.PROCESS,
                (file, actor) -> BesideStart.underReview(file, reviews)
                        && handlers.handles(file.id(), actor)
                        && !processes.running(ThirdPartyProcess.PROCESS, file.id()),
                (file, answers, actor) -> {
                    propose(file.id(), answers, actor);
                    return Map.of();
                });
    }

    @Bean
    TaskHandler approveThirdParty() {
        return BesideStep.of(
                ThirdPartyProcess.PROCESS, ThirdPartyProcess.APPROVE_THIRD_PARTY, (task, answers, actor) -> {
                    String caseId = task.file().id();
                    String opinion = answers.text("opinion");
                    switch (answers.text(ThirdPartyProcess.JOINING)) {
                        case "JOIN" -> thirdParties.join(caseId, opinion, actor);
                        case "REFUSE" -> thirdParties.refuse(caseId, opinion, actor);
                        default -> thirdParties.sendBack(caseId, opinion, actor);
                    }
                    return Map.of();
                });
    }

    @Bean
    TaskHandler reviseThirdParty() {
        return new BesideStep(
                ThirdPartyProcess.PROCESS,
                ThirdPartyProcess.REVISE_THIRD_PARTY,
                caseId -> thirdParties
                        .proposed(caseId)
                        .map(ThirdPartySteps::values)
                        .orElseGet(Map::of),
                (task, answers, actor) -> {
                    if ("DROP".equals(answers.text(ThirdPartyProcess.PROPOSAL))) {
                        thirdParties.drop(task.file().id(), actor);
                    } else {
                        propose(task.file().id(), answers, actor);
                    }
                    return Map.of();
                });
    }

    @Bean
    TaskHandler tellThirdParty() {
        return BesideStep.of(ThirdPartyProcess.PROCESS, ThirdPartyProcess.TELL_THIRD_PARTY, (task, answers, actor) -> {
            thirdParties.told(task.file().id(), answers.date("toldOn"), answers.text("toldWay"), actor);
            return Map.of();
        });
    }

    private void propose(String caseId, Answers answers, Actor actor) {
        thirdParties.propose(
                caseId,
                new ThirdParty.Proposal(
                        answers.text("joinWay").equals("APPLICATION"),
                        answers.optionalDate("appliedOn"),
                        PartyKind.valueOf(answers.text("thirdKind")),
                        answers.optionalText("thirdName"),
                        answers.optionalText("thirdOrgan"),
                        answers.optionalText("thirdAddress"),
                        answers.text("interest"),
                        answers.optionalText("thirdContact")),
                actor);
    }

    private static Map<String, Object> values(ThirdParty proposed) {
        Map<String, Object> values = new HashMap<>();
        values.put("joinWay", proposed.askedToJoin() ? "APPLICATION" : "EX_OFFICIO");
        put(values, "appliedOn", proposed.askedOn());
        values.put("thirdKind", proposed.kind().name());
        put(values, "thirdName", proposed.kind() == PartyKind.ORGAN ? null : proposed.name());
        put(values, "thirdOrgan", proposed.organId());
        put(values, "thirdAddress", proposed.address());
        values.put("interest", proposed.interest());
        put(values, "thirdContact", proposed.contact());
        return values;
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
