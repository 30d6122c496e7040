package io.mingjing.filing.process;

import io.mingjing.engine.Processes;
import io.mingjing.filing.Filings;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process in the transaction that took the document in. */
@Component
class FilingProcessStart {

    private final Processes processes;

    FilingProcessStart(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(Filings.Submitted submitted) {
        processes.start(RecordReviewProcess.PROCESS, submitted.caseId(), Map.of());
    }
}
