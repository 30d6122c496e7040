package io.mingjing.review.process;

import io.mingjing.casefile.Declarations;
import io.mingjing.casefile.Procedures;
import io.mingjing.review.RecusalRequests;
import io.mingjing.shared.event.CaseChanged;
import io.mingjing.shared.event.RelationDeclared;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Proposes 回避 as soon as what a handler has declared meets a party or the act of a case that the person handles. */
@Component
class RecusalFinder {

    private final Declarations declarations;
    private final RecusalRequests requests;
    private final Procedures procedures;

    RecusalFinder(Declarations declarations, RecusalRequests requests, Procedures procedures) {
        this.declarations = declarations;
        this.requests = requests;
        this.procedures = procedures;
    }

    @EventListener
    void on(RelationDeclared declared) {
        declarations.conflicts(declared.userId()).forEach(caseId -> propose(caseId, declared.userId()));
    }

    @EventListener
    void on(CaseChanged changed) {
        declarations.conflicted(changed.caseId()).forEach(userId -> propose(changed.caseId(), userId));
    }

    private void propose(String caseId, String userId) {
        requests.found(caseId, userId)
                .ifPresent(
                        request -> procedures.begin(caseId, RecusalProcess.PROCESS, RecusalStart.variables(request)));
    }
}
