package io.mingjing.review.process;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.PauseGrounds;
import io.mingjing.engine.Processes;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.event.CaseResumed;
import io.mingjing.shared.event.CaseSuspended;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the process of a suspension whose sixty days the law counts, and of the resumption (行政复议法 art. 39, 41). Cases whose
 * process runs on a model without the watch are left alone.
 */
@Component
class WatchSuspension {

    private final Cases cases;
    private final Processes processes;

    WatchSuspension(Cases cases, Processes processes) {
        this.cases = cases;
        this.processes = processes;
    }

    @EventListener
    void on(CaseSuspended suspended) {
        if (isReview(suspended.caseId())) {
            cases.setKeyDate(suspended.caseId(), "suspended", suspended.on(), Actor.SYSTEM);
            if (PauseGrounds.watched(suspended.ground())) {
                processes.correlateAll(ReviewProcess.CASE_SUSPENDED, suspended.caseId());
            }
        }
    }

    @EventListener
    void on(CaseResumed resumed) {
        if (isReview(resumed.caseId())) {
            processes.correlateAll(ReviewProcess.CASE_RESUMED, resumed.caseId());
        }
    }

    private boolean isReview(String caseId) {
        return cases.require(caseId).area() == Area.REVIEW;
    }
}
