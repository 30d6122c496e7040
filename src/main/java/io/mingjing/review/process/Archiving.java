package io.mingjing.review.process;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Procedure;
import io.mingjing.casefile.Procedures;
import io.mingjing.review.Archives;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 归档 of a case that was closed before acceptance: refused, given up, withdrawn, or a repetition. It begins by itself; for
 * cases that were closed before it was there, the clerk begins it.
 */
@Component
class Archiving implements Procedure {

    private final Reviews reviews;
    private final Archives archives;
    private final ObjectProvider<Procedures> procedures;

    Archiving(Reviews reviews, Archives archives, ObjectProvider<Procedures> procedures) {
        this.reviews = reviews;
        this.archives = archives;
        this.procedures = procedures;
    }

    @Override
    public String processKey() {
        return CaseArchivingProcess.PROCESS;
    }

    @Override
    public boolean offered(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW
                && file.state() == CaseState.CLOSED
                && actor.has(Role.INTAKE_CLERK)
                && reviews.find(file.id())
                        .filter(review -> review.acceptedOn() == null)
                        .isPresent()
                && archives.find(file.id()).isEmpty()
                && !procedures.getObject().running(file.id(), CaseArchivingProcess.PROCESS);
    }

    @Override
    public Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor) {
        return Map.of();
    }

    /** The case has just been closed without a review. */
    void begin(String caseId) {
        procedures.getObject().begin(caseId, CaseArchivingProcess.PROCESS, Map.of());
    }
}
