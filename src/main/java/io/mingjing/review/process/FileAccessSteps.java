package io.mingjing.review.process;

import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Procedure;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.engine.Processes;
import io.mingjing.review.FileAccess;
import io.mingjing.review.FileAccess.State;
import io.mingjing.review.FileAccesses;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the start and the step of {@link FileAccessProcess} do. */
@Configuration(proxyBeanMethods = false)
class FileAccessSteps {

    private static final Map<String, State> ANSWERS =
            Map.of("GRANT", State.GRANTED, "PARTLY", State.PARTLY, "REFUSE", State.REFUSED);

    private final FileAccesses accesses;

    FileAccessSteps(FileAccesses accesses) {
        this.accesses = accesses;
    }

    /** From acceptance until the case is closed, at the desk or by its officers, one request at a time. */
    @Bean
    Procedure fileAccessStart(Reviews reviews, Processes processes) {
        return BesideStart.of(
                FileAccessProcess.PROCESS,
                (file, actor) -> file.area() == Area.REVIEW
                        && file.state() == CaseState.OPEN
                        && actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER)
                        && reviews.find(file.id())
                                .filter(review -> review.acceptedOn() != null)
                                .isPresent()
                        && !processes.running(FileAccessProcess.PROCESS, file.id()),
                (file, answers, actor) -> {
                    accesses.ask(
                            file.id(),
                            new FileAccess.Request(
                                    answers.text("accessParty"),
                                    answers.text("accessReader"),
                                    answers.text("readerCapacity").equals("AGENT"),
                                    answers.text("readerProof"),
                                    answers.text("wantedPapers"),
                                    answers.ticked("wantsCopies"),
                                    answers.date("askedOn")),
                            actor);
                    return Map.of();
                });
    }

    @Bean
    TaskHandler decideFileAccess() {
        return BesideStep.of(
                FileAccessProcess.PROCESS, FileAccessProcess.DECIDE_FILE_ACCESS, (task, answers, actor) -> {
                    State answer = ANSWERS.getOrDefault(answers.text("accessAnswer"), State.REFUSED);
                    accesses.decide(
                            task.file().id(),
                            answer,
                            answers.codes("accessGrounds"),
                            answers.optionalText("withheldPapers"),
                            answers.optionalText("accessReason"),
                            actor);
                    return Map.of(FileAccessProcess.ACCESS, answer == State.REFUSED ? "REFUSE" : "GRANT");
                });
    }
}
