package io.mingjing.casefile.web;

import io.mingjing.casefile.Declaration;
import io.mingjing.casefile.Declaration.Relation;
import io.mingjing.casefile.Declarations;
import io.mingjing.identity.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own declared relations, under the same rules as the page. */
@RestController
@RequestMapping("/api/v1/declarations")
@Tag(name = "Recusal")
class DeclarationApi {

    /** @param name of the person or organ as cases name it; for HANDLED_ACT the act or its number */
    record DeclarationJson(
            @Nullable Relation relation,
            @Nullable String name,
            @Nullable String note) {}

    private final Declarations declarations;
    private final CurrentUser user;

    DeclarationApi(Declarations declarations, CurrentUser user) {
        this.declarations = declarations;
        this.user = user;
    }

    @GetMapping
    @Operation(summary = "What the caller has declared")
    List<Declaration> own() {
        return declarations.own(user.actor());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Declares a relation")
    Declaration declare(@RequestBody DeclarationJson body) {
        return declarations.declare(body.relation(), Objects.toString(body.name(), ""), body.note(), user.actor());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that a relation is over")
    void end(@PathVariable String id) {
        declarations.end(id, user.actor());
    }
}
