package io.mingjing.supervision.process;

import io.mingjing.engine.Processes;
import io.mingjing.supervision.Supervision;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process in the transaction that recorded the red light. */
@Component
class SupervisionProcessStart {

    private final Processes processes;

    SupervisionProcessStart(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(Supervision.Raised raised) {
        processes.start(SupervisionOrderProcess.PROCESS, raised.caseId(), Map.of());
    }
}
