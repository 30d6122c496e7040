package io.mingjing.web;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Procedures;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Begins the further procedures of a case from outside, by the same forms and rules as the page. */
@RestController
@RequestMapping("/api/v1/cases/{id}/procedures")
@Tag(name = "cases")
class ProcedureApi {

    /** What was filled in. */
    record ProcedureRequest(@Nullable Map<String, Object> values) {}

    private final Procedures procedures;
    private final Cases cases;
    private final CurrentUser user;

    ProcedureApi(Procedures procedures, Cases cases, CurrentUser user) {
        this.procedures = procedures;
        this.cases = cases;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "The procedures that you may begin in this case as it stands")
    List<Procedures.Offer> offered(@PathVariable String id) {
        return procedures.offered(cases.get(id, user.actor()), user.actor());
    }

    @GetMapping(path = "/{processKey}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The form with which a procedure begins (Camunda Form JSON)")
    String form(@PathVariable String id, @PathVariable String processKey) {
        return procedures.beginning(id, processKey, user.actor()).form().json();
    }

    @PostMapping("/{processKey}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Begin a procedure")
    void start(@PathVariable String id, @PathVariable String processKey, @RequestBody ProcedureRequest body) {
        Map<String, Object> values = body.values();
        if (values == null) {
            throw Refusal.invalid("VALUES_MISSING");
        }
        procedures.start(id, processKey, values, null, user.actor());
    }
}
