package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Archives;
import io.mingjing.review.FollowUps;
import io.mingjing.review.Mediations;
import io.mingjing.review.Publications;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the steps of the procedures beside a review do, beyond their letters. */
@Configuration(proxyBeanMethods = false)
class BesideSteps {

    private static final String APPROVE = "APPROVE";
    private static final String SIGNATURES = "signatures";

    private final FollowUps followUps;
    private final FollowUpDesk desk;

    BesideSteps(FollowUps followUps, FollowUpDesk desk) {
        this.followUps = followUps;
        this.desk = desk;
    }

    @Bean
    TaskHandler liftStay() {
        return BesideStep.of(
                StayOfExecutionProcess.PROCESS, StayOfExecutionProcess.LIFT_STAY, (task, answers, actor) -> {
                    boolean lifted = answers.text("lifting").equals("LIFT");
                    if (lifted) {
                        desk.draft(task.file(), "stay-lifting", answers.values(), Map.of(), actor);
                    }
                    followUps.record(
                            task.file().id(),
                            lifted ? "STAY_LIFTED" : "STAY_EXPIRED",
                            null,
                            answers.optionalText("liftingReason"),
                            actor);
                    return Map.of();
                });
    }

    @Bean
    TaskHandler answerOpinion() {
        return recorded(
                ReviewOpinionProcess.PROCESS,
                ReviewOpinionProcess.ANSWER_OPINION,
                "OPINION_ANSWERED",
                null,
                "answerText");
    }

    @Bean
    TaskHandler reviewAnswer() {
        return recorded(
                ReviewOpinionProcess.PROCESS,
                ReviewOpinionProcess.REVIEW_ANSWER,
                "OPINION_CHECKED",
                "answerResult",
                "note");
    }

    @Bean
    TaskHandler reportPerformance() {
        return recorded(
                PerformanceOrderProcess.PROCESS,
                PerformanceOrderProcess.REPORT_PERFORMANCE,
                "PERFORMANCE_REPORTED",
                null,
                "performanceText");
    }

    @Bean
    TaskHandler checkPerformance() {
        return recorded(
                PerformanceOrderProcess.PROCESS,
                PerformanceOrderProcess.CHECK_PERFORMANCE,
                "PERFORMANCE_CHECKED",
                "performanceResult",
                "note");
    }

    @Bean
    TaskHandler recordInterview() {
        return BesideStep.of(
                ComplianceInterviewProcess.PROCESS,
                ComplianceInterviewProcess.RECORD_INTERVIEW,
                (task, answers, actor) -> {
                    String caseId = task.file().id();
                    followUps.record(
                            caseId,
                            "INTERVIEW",
                            answers.date("interviewedOn"),
                            null,
                            null,
                            null,
                            answers.text("interviewers") + "：" + answers.text("interviewRecord"),
                            actor);
                    if (answers.text("further").equals("CRITICISM")) {
                        followUps.record(
                                caseId,
                                "CRITICISM",
                                answers.date("criticisedOn"),
                                null,
                                null,
                                null,
                                answers.text("criticismText"),
                                actor);
                    }
                    return Map.of();
                });
    }

    @Bean
    TaskHandler recordSuitResult() {
        return BesideStep.of(
                SuitAfterReviewProcess.PROCESS, SuitAfterReviewProcess.RECORD_SUIT_RESULT, (task, answers, actor) -> {
                    followUps.record(
                            task.file().id(),
                            "SUIT_RESULT",
                            answers.date("judgedOn"),
                            answers.text("suitResult"),
                            null,
                            null,
                            answers.optionalText("note"),
                            actor);
                    return Map.of();
                });
    }

    @Bean
    TaskHandler checkPublication(Publications publications) {
        return BesideStep.of(
                DecisionPublicationProcess.PROCESS,
                DecisionPublicationProcess.CHECK_PUBLICATION,
                (task, answers, actor) -> {
                    if (answers.text(ReviewProcess.RESULT).equals(APPROVE)) {
                        publications.check(task.file().id(), actor);
                    }
                    return Map.of();
                });
    }

    @Bean
    TaskHandler revisePublication(Publications publications) {
        return new BesideStep(
                DecisionPublicationProcess.PROCESS,
                DecisionPublicationProcess.REVISE_PUBLICATION,
                caseId -> publications
                        .find(caseId)
                        .map(text -> Map.<String, Object>of("publicTitle", text.title(), "publicText", text.body()))
                        .orElse(Map.of()),
                (task, answers, actor) -> {
                    publications.propose(
                            task.file().id(), answers.text("publicTitle"), answers.text("publicText"), actor);
                    return Map.of();
                });
    }

    @Bean
    TaskHandler approvePause(Mediations mediations, MediationPauses pauses) {
        return BesideStep.of(MediationProcess.PROCESS, MediationProcess.APPROVE_PAUSE, (task, answers, actor) -> {
            if (answers.text(ReviewProcess.RESULT).equals(APPROVE)) {
                mediations.requireRunning(task.file().id());
                pauses.propose(task.file(), answers.text("pauseOrder"));
            }
            return Map.of();
        });
    }

    @Bean
    TaskHandler recordMediation(Mediations mediations, MediationPauses pauses, Reviews reviews) {
        return BesideStep.of(MediationProcess.PROCESS, MediationProcess.RECORD_MEDIATION, (task, answers, actor) -> {
            String caseId = task.file().id();
            String result = answers.text("mediationResult");
            mediations.requireLetterPossible(caseId, result);
            mediations.record(
                    caseId,
                    answers.date("mediatedOn"),
                    answers.text("mediatedPlace"),
                    answers.text("mediatedPersons"),
                    answers.text("concessions"),
                    result,
                    actor);
            if (result.equals("AGREED")) {
                ReviewCase review = reviews.get(caseId);
                desk.draft(
                        task.file(),
                        Mediations.LETTER,
                        answers.values(),
                        Map.of("requestText", review.requests() + "\n" + review.reasons()),
                        actor);
            } else {
                pauses.over(caseId);
            }
            return Map.of();
        });
    }

    @Bean
    TaskHandler collectSignature(Mediations mediations, MediationPauses pauses) {
        return new BesideStep(
                MediationProcess.PROCESS,
                MediationProcess.COLLECT_SIGNATURE,
                caseId -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("signatory", mediations.nextSignatory(caseId));
                    return values;
                },
                (task, answers, actor) -> Map.of(
                        SIGNATURES, signed(mediations, pauses, task.file().id(), answers, actor)));
    }

    private static String signed(
            Mediations mediations, MediationPauses pauses, String caseId, Answers answers, Actor actor) {
        if (answers.text("signing").equals("BACK_OUT")) {
            mediations.backOut(caseId, answers.text("signatory"), actor);
            pauses.over(caseId);
            return "BACKED_OUT";
        }
        return mediations.sign(caseId, answers.text("signatory"), answers.date("signedOn"), actor)
                ? "COMPLETE"
                : "OPEN";
    }

    @Bean
    TaskHandler followMediation(Reviews reviews) {
        return BesideStep.of(MediationProcess.PROCESS, MediationProcess.FOLLOW_MEDIATION, (task, answers, actor) -> {
            reviews.recordPerformance(
                    task.file().id(), answers.text("performed"), answers.optionalDate("performedOn"), actor);
            return Map.of();
        });
    }

    @Bean
    TaskHandler archiveMediation(Archives archives, Reviews reviews) {
        return BesideStep.of(MediationProcess.PROCESS, MediationProcess.ARCHIVE_MEDIATION, (task, answers, actor) -> {
            String caseId = task.file().id();
            archives.file(
                    caseId,
                    MediationProcess.PROCESS,
                    answers.text("retention"),
                    answers.wholeNumber("volumes"),
                    answers.optionalText("note"),
                    actor);
            reviews.archive(caseId);
            return Map.of();
        });
    }

    private TaskHandler recorded(
            String processKey, String taskKey, String kind, @Nullable String result, String remark) {
        return BesideStep.of(processKey, taskKey, (task, answers, actor) -> {
            followUps.record(
                    task.file().id(),
                    kind,
                    result == null ? null : answers.text(result),
                    answers.optionalText(remark),
                    actor);
            return Map.of();
        });
    }
}
