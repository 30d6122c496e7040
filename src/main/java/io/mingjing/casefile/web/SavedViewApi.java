package io.mingjing.casefile.web;

import io.mingjing.casefile.SavedView;
import io.mingjing.casefile.SavedViews;
import io.mingjing.identity.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved views for machines, under the same rules as the page. */
@RestController
@RequestMapping("/api/v1/views")
@Tag(name = "Views", description = "Lists kept under a name")
class SavedViewApi {

    private final SavedViews views;
    private final CurrentUser user;

    SavedViewApi(SavedViews views, CurrentUser user) {
        this.views = views;
        this.user = user;
    }

    /** @param filters the part of the page's address after the question mark */
    record ViewJson(
            @NotNull SavedView.Page page,
            @NotBlank String name,
            @NotBlank String filters,
            boolean ofUnit) {}

    @GetMapping
    @Operation(summary = "Own views and those of the unit")
    List<SavedView> list(@RequestParam SavedView.Page page) {
        return views.of(page, user.actor());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Keeps a list; for the unit: head of unit or supervisor")
    SavedView save(@Valid @RequestBody ViewJson body) {
        return views.save(body.page(), body.name(), body.filters(), body.ofUnit(), user.actor());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a view")
    void remove(@PathVariable String id) {
        views.remove(id, user.actor());
    }
}
