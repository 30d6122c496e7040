package io.mingjing.review.process;

import io.mingjing.engine.Processes;
import io.mingjing.review.Reviews;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process in the transaction that registered the application. */
@Component
class ReviewProcessStart {

    private final Processes processes;

    ReviewProcessStart(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(Reviews.Registered registered) {
        processes.start(ReviewProcess.PROCESS, registered.caseId(), Map.of());
    }
}
