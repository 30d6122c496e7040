package io.mingjing.identity.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Delegation;
import io.mingjing.identity.Leave;
import io.mingjing.identity.Leaves;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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

/** Leave and substitution for machines, under the same rules as the page. */
@RestController
@RequestMapping("/api/v1/leaves")
@Tag(name = "Leaves", description = "Who is away and who stands in")
class LeaveApi {

    private final Leaves leaves;
    private final People people;
    private final CurrentUser user;

    LeaveApi(Leaves leaves, People people, CurrentUser user) {
        this.leaves = leaves;
        this.people = people;
        this.user = user;
    }

    /**
     * A leave to enter; both days included.
     *
     * @param absent id or sign-in name of who is away; the caller where it is left out
     * @param substitute id or sign-in name of who stands in
     */
    record LeaveJson(
            @Nullable String absent,
            @NotBlank String substitute,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    @GetMapping
    @Operation(summary = "Leaves that run or are to come: the own ones, for heads of units those of their people")
    List<Leave> list() {
        Actor actor = user.actor();
        return Stream.concat(leaves.own(actor).stream(), leaves.ofUnit(actor).stream())
                .distinct()
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enters a leave with its substitute")
    Delegation enter(@Valid @RequestBody LeaveJson body) {
        Actor actor = user.actor();
        String absent = body.absent();
        return people.delegate(
                absent == null ? actor.userId() : id(absent), id(body.substitute()), body.from(), body.to(), actor);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a leave before its day")
    void end(@PathVariable String id) {
        people.endDelegation(id, user.actor());
    }

    private String id(String idOrLogin) {
        return people.findByLogin(idOrLogin).map(Person::id).orElse(idOrLogin);
    }
}
