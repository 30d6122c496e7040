package io.mingjing.worklist.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.worklist.HandlerChange;
import io.mingjing.worklist.Suggestion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changing a handler of a case, for machines, under the same rules as the page. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/handlers")
@Tag(name = "Worklist")
class HandlerChangeApi {

    /** @param from id of the handler who goes @param to id of who comes */
    record ChangeJson(
            @NotBlank String from,
            @NotBlank String to,
            @NotBlank String reason) {}

    /** Somebody who could take over. */
    record SuggestionJson(
            String id, String name, int load, int open, int overdue, boolean handles, boolean recused, boolean away) {

        static SuggestionJson of(Suggestion one) {
            return new SuggestionJson(
                    one.person().id(),
                    one.person().name(),
                    one.load(),
                    one.open(),
                    one.overdue(),
                    one.handles(),
                    one.recused(),
                    one.away());
        }
    }

    private final HandlerChange change;
    private final CurrentUser user;

    HandlerChangeApi(HandlerChange change, CurrentUser user) {
        this.change = change;
        this.user = user;
    }

    @GetMapping("/suggestions")
    @Operation(summary = "Who could take over, the lightest load first")
    List<SuggestionJson> suggestions(@PathVariable String caseId) {
        return change.suggestions(caseId, user.actor()).stream()
                .map(SuggestionJson::of)
                .toList();
    }

    @PostMapping("/change")
    @Operation(summary = "Gives the place of a handler to somebody else, with a reason; the tasks go with it")
    HandlerChange.Moved change(@PathVariable String caseId, @Valid @RequestBody ChangeJson body) {
        return change.change(caseId, body.from(), body.to(), body.reason(), user.actor());
    }
}
