package io.mingjing.worklist.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.worklist.Reconciliation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators: does the worklist say what the engine says? */
@RestController
@RequestMapping("/api/v1/operations/worklist")
@Tag(name = "Operations")
class ReconciliationApi {

    private final Reconciliation reconciliation;
    private final CurrentUser user;

    ReconciliationApi(Reconciliation reconciliation, CurrentUser user) {
        this.reconciliation = reconciliation;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "Compares the worklist with the engine (ADMIN)")
    Reconciliation.Report report() {
        return reconciliation.report(user.actor());
    }

    @PostMapping("/repair")
    @Operation(summary = "Makes the worklist say what the engine says (ADMIN)")
    Reconciliation.Report repair() {
        return reconciliation.repair(user.actor());
    }
}
