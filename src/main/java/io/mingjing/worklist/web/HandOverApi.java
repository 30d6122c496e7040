package io.mingjing.worklist.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Refusal;
import io.mingjing.worklist.HandOver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Handing over work for machines, under the same rules as the page. */
@RestController
@RequestMapping("/api/v1/people/{id}/work")
@Tag(name = "Handing over", description = "The open work of a person, and passing it to others")
class HandOverApi {

    private final HandOver handOver;
    private final CurrentUser user;

    HandOverApi(HandOver handOver, CurrentUser user) {
        this.handOver = handOver;
        this.user = user;
    }

    /** The open work of a person. */
    record DeskJson(List<HandOver.Task> tasks, List<HandOver.Case> cases, List<HandOver.Draft> drafts) {}

    /** Rows to hand over, and why. */
    record HandJson(
            @NotEmpty List<HandOver.Choice> items, @NotBlank String reason) {}

    /** What became of a row; {@code code} says why it stayed. */
    record ResultJson(
            HandOver.What what,
            String id,
            String toUserId,
            boolean done,
            @Nullable String code) {}

    @GetMapping
    @Operation(summary = "Open tasks, cases and drafts of a person (head of unit, ADMIN)")
    DeskJson desk(@PathVariable String id) {
        HandOver.Desk desk = handOver.desk(id, user.actor());
        return new DeskJson(desk.tasks(), desk.cases(), desk.drafts());
    }

    @PostMapping("/hand-over")
    @Operation(summary = "Hands rows over to others; a result per row")
    List<ResultJson> hand(@PathVariable String id, @Valid @RequestBody HandJson body) {
        return handOver.hand(id, body.items(), body.reason(), user.actor()).stream()
                .map(HandOverApi::json)
                .toList();
    }

    private static ResultJson json(HandOver.Result result) {
        Refusal refusal = result.refusal();
        return new ResultJson(
                result.choice().what(),
                result.choice().id(),
                result.choice().toUserId(),
                refusal == null,
                refusal == null ? null : refusal.code());
    }
}
