package io.mingjing.review.process;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Procedure;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.engine.Processes;
import io.mingjing.review.Archives;
import io.mingjing.review.EarlyWithdrawals;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a case ends before acceptance at the will of the applicant, and how such a case is filed. */
@Configuration(proxyBeanMethods = false)
class EarlySteps {

    private final EarlyWithdrawals withdrawals;

    EarlySteps(EarlyWithdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @Bean
    Procedure earlyWithdrawal(Reviews reviews, Processes processes, Letters letters) {
        String key = EarlyWithdrawalProcess.PROCESS;
        return BesideStart.of(
                        key,
                        (file, actor) -> pending(file, actor)
                                && reviews.find(file.id())
                                        .filter(review -> review.acceptedOn() == null)
                                        .isPresent()
                                && letters.current(file.id(), "refusal")
                                        .filter(Letter::issued)
                                        .isEmpty()
                                && !processes.running(key, file.id()),
                        (file, answers, actor) -> {
                            withdrawals.ask(file.id(), answers.ticked("voluntary"), answers.date("requestedOn"), actor);
                            return Map.of();
                        })
                .checking((file, answers) -> {
                    withdrawals.requireOpen(file.id());
                    return List.of();
                });
    }

    private static boolean pending(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW
                && file.state() == CaseState.OPEN
                && actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER);
    }

    @Bean
    TaskHandler approveEarlyWithdrawal() {
        return BesideStep.of(
                EarlyWithdrawalProcess.PROCESS,
                EarlyWithdrawalProcess.APPROVE_EARLY_WITHDRAWAL,
                (task, answers, actor) -> {
                    if (answers.text(ReviewProcess.RESULT).equals("APPROVE")) {
                        withdrawals.allow(task.file().id(), actor);
                    } else {
                        withdrawals.refuse(task.file().id(), actor);
                    }
                    return Map.of();
                });
    }

    @Bean
    TaskHandler fileCase(Archives archives) {
        return BesideStep.of(CaseArchivingProcess.PROCESS, CaseArchivingProcess.FILE_CASE, (task, answers, actor) -> {
            archives.file(
                    task.file().id(),
                    CaseArchivingProcess.PROCESS,
                    answers.text("retention"),
                    answers.wholeNumber("volumes"),
                    answers.optionalText("note"),
                    actor);
            return Map.of();
        });
    }
}
