package io.mingjing.casefile;

import io.mingjing.shared.Act;
import io.mingjing.shared.Refusal;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * An archived case is read-only: whatever act of a person on it is told of is refused, and so undone with all its effects.
 * Only what reading, destruction and repair leave behind is let through; a new kind of act is refused without being named
 * here, and who brings one that the law allows on an archived file adds it to the list.
 */
@Component
class ArchivedCases {

    /** Traces of reading, of destruction after retention (each with its approval), and of operators' repairs. */
    private static final Set<String> ALLOWED = Set.of(
            "casefile.personalRevealed",
            "casefile.exported",
            "portal.letterOpened",
            "audit.personalDestroyed",
            "casefile.clockRepaired",
            "engine.intervened");

    /** Acts on open tasks, of which an archived case has none. */
    private static final String TASKS = "worklist.";

    private final CaseMapper cases;

    ArchivedCases(CaseMapper cases) {
        this.cases = cases;
    }

    /** @throws Refusal {@code CASE_ARCHIVED} */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(Act act) {
        String caseId = act.caseId();
        if (caseId == null || act.actor().isSystem() || allowed(act.kind()) || seenOpen(caseId)) {
            return;
        }
        CaseFile file = cases.find(caseId).orElse(null);
        if (file == null) {
            return;
        }
        if (file.state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", file.number());
        }
        seen(caseId, file.state());
    }

    /** Whoever has just read the case for its lock spares the look at it. */
    static void seen(String caseId, CaseState state) {
        if (state != CaseState.ARCHIVED
                && TransactionSynchronizationManager.isSynchronizationActive()
                && !seenOpen(caseId)) {
            TransactionSynchronizationManager.registerSynchronization(new SeenOpen(caseId));
        }
    }

    private static boolean allowed(String kind) {
        return kind.startsWith(TASKS) || ALLOWED.contains(kind);
    }

    /** A transaction looks once at each case: what it does after that is part of the same act, be it the archiving itself. */
    private static boolean seenOpen(String caseId) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().contains(new SeenOpen(caseId));
    }

    private record SeenOpen(String caseId) implements TransactionSynchronization {}
}
