package io.mingjing.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Intakes;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Enters new cases from outside, by the same forms and rules as the pages. {@code values} are those of the start form
 * that lies beside the model; {@code GET} on the same address answers that form.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "cases")
class NewCaseApi {

    /** What was filled in. */
    record NewCaseRequest(@Nullable Map<String, Object> values) {}

    private static final Map<String, String> PROCESSES = Map.of(
            "/review/applications", "administrativeReview",
            "/supervision/orders", "supervisionOrder",
            "/filing/documents", "recordReview");

    private final Intakes intakes;
    private final CaseTasks tasks;
    private final CurrentUser user;

    NewCaseApi(Intakes intakes, CaseTasks tasks, CurrentUser user) {
        this.intakes = intakes;
        this.tasks = tasks;
        this.user = user;
    }

    @PostMapping("/review/applications")
    @Operation(summary = "Register an application for administrative review")
    ResponseEntity<CaseFile> review(@RequestBody NewCaseRequest body) {
        return start("administrativeReview", body);
    }

    @PostMapping("/supervision/orders")
    @Operation(summary = "Record a red light and open a supervision order")
    ResponseEntity<CaseFile> supervision(@RequestBody NewCaseRequest body) {
        return start("supervisionOrder", body);
    }

    @PostMapping("/filing/documents")
    @Operation(summary = "Submit a normative document for filing")
    ResponseEntity<CaseFile> filing(@RequestBody NewCaseRequest body) {
        return start("recordReview", body);
    }

    @GetMapping(
            path = {"/review/applications", "/supervision/orders", "/filing/documents"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The start form (Camunda Form JSON)")
    String form(HttpServletRequest request) {
        String processKey = PROCESSES.get(
                request.getRequestURI().substring(request.getRequestURI().indexOf("/api/v1") + "/api/v1".length()));
        if (processKey == null) {
            throw Refusal.notFound("KIND_UNKNOWN");
        }
        intakes.require(processKey, user.actor());
        return tasks.startForm(processKey).json();
    }

    private ResponseEntity<CaseFile> start(String processKey, NewCaseRequest body) {
        Actor actor = user.actor();
        Map<String, Object> values = body.values();
        if (values == null) {
            throw Refusal.invalid("VALUES_MISSING");
        }
        CaseFile file = intakes.start(processKey, values, null, actor);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + file.id())).body(file);
    }
}
