package io.mingjing.worklist.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Refusal;
import io.mingjing.worklist.BulkActs;
import io.mingjing.worklist.Circulation;
import io.mingjing.worklist.Consultations;
import io.mingjing.worklist.Countersigning;
import io.mingjing.worklist.Delegations;
import io.mingjing.worklist.Part;
import io.mingjing.worklist.PartKind;
import io.mingjing.worklist.PartState;
import io.mingjing.worklist.Parts;
import io.mingjing.worklist.SendingBack;
import io.mingjing.worklist.Stand;
import io.mingjing.worklist.TaskMove;
import io.mingjing.worklist.TaskMoves;
import io.mingjing.worklist.Urging;
import io.mingjing.worklist.Withdrawals;
import io.mingjing.worklist.web.TaskApi.TaskJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The verbs beside claiming and completing, for machines, under the same rules as the pages. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Task verbs",
        description = "Lend, consult, countersign, circulate, urge, send back, withdraw; several at once")
class VerbApi {

    private final Delegations delegations;
    private final Consultations consultations;
    private final Countersigning countersigning;
    private final Circulation circulation;
    private final Parts parts;
    private final TaskMoves moves;
    private final Urging urging;
    private final SendingBack sendingBack;
    private final Withdrawals withdrawals;
    private final BulkActs bulk;
    private final People people;
    private final CurrentUser user;

    VerbApi(
            Delegations delegations,
            Consultations consultations,
            Countersigning countersigning,
            Circulation circulation,
            Parts parts,
            TaskMoves moves,
            Urging urging,
            SendingBack sendingBack,
            Withdrawals withdrawals,
            BulkActs bulk,
            People people,
            CurrentUser user) {
        this.delegations = delegations;
        this.consultations = consultations;
        this.countersigning = countersigning;
        this.circulation = circulation;
        this.parts = parts;
        this.moves = moves;
        this.urging = urging;
        this.sendingBack = sendingBack;
        this.withdrawals = withdrawals;
        this.bulk = bulk;
        this.people = people;
        this.user = user;
    }

    /** @param to id or sign-in name; {@code version} of the task, to refuse an act on an older state */
    record DelegateJson(
            @NotNull String to,
            @Nullable String note,
            @Nullable Integer version) {}

    record NoteJson(@Nullable String note) {}

    /** @param people ids or sign-in names */
    record AskJson(@NotNull List<String> people, @Nullable String note) {}

    record OpinionJson(@Nullable String opinion) {}

    record SignJson(@Nullable Stand stand, @Nullable String reason) {}

    record SendBackJson(
            @NotNull String step,
            @Nullable String reason,
            @Nullable Integer version) {}

    /** @param assignee id or sign-in name */
    record BulkAssignJson(
            @NotNull List<String> tasks,
            @NotNull String assignee,
            @Nullable String reason) {}

    record BulkReleaseJson(
            @NotNull List<String> tasks, @Nullable String reason) {}

    /** What became of one task; {@code code} says why not. */
    record ResultJson(
            String id,
            boolean done,
            @Nullable String code,
            @Nullable TaskJson task) {

        static List<ResultJson> of(List<BulkActs.Result> results) {
            return results.stream().map(ResultJson::of).toList();
        }

        private static ResultJson of(BulkActs.Result result) {
            Refusal refusal = result.refusal();
            return new ResultJson(
                    result.taskId(),
                    result.done(),
                    refusal == null ? null : refusal.code(),
                    result.task() == null ? null : TaskJson.of(result.task()));
        }
    }

    /** What somebody was asked to add. */
    record PartJson(
            String id,
            String taskId,
            PartKind kind,
            PartState state,
            String askedBy,
            String askedByName,
            Instant askedAt,
            String person,
            String personName,
            @Nullable String question,
            @Nullable Stand stand,
            @Nullable String opinion,
            @Nullable Instant seenAt,
            @Nullable Instant endedAt) {

        static PartJson of(Part part) {
            return new PartJson(
                    part.id(),
                    part.taskId(),
                    part.kind(),
                    part.state(),
                    part.askedBy(),
                    part.askedByName(),
                    part.askedAt(),
                    part.userId(),
                    part.userName(),
                    part.question(),
                    part.answer(),
                    part.opinion(),
                    part.seenAt(),
                    part.endedAt());
        }

        static List<PartJson> of(List<Part> parts) {
            return parts.stream().map(PartJson::of).toList();
        }
    }

    @PostMapping("/tasks/{id}/delegate")
    @Operation(summary = "Lends a task to a colleague, who gives it back")
    TaskJson delegate(@PathVariable String id, @Valid @RequestBody DelegateJson body) {
        return TaskJson.of(
                delegations.delegate(id, person(body.to()), text(body.note()), body.version(), user.actor()));
    }

    @PostMapping("/tasks/{id}/give-back")
    @Operation(summary = "Gives a lent task back to its owner with a note")
    TaskJson giveBack(@PathVariable String id, @RequestBody NoteJson body) {
        return TaskJson.of(delegations.giveBack(id, text(body.note()), user.actor()));
    }

    @PostMapping("/tasks/{id}/take-back")
    @Operation(summary = "Takes a lent task back (the owner)")
    TaskJson takeBack(@PathVariable String id, @RequestBody(required = false) @Nullable NoteJson body) {
        return TaskJson.of(delegations.takeBack(id, body == null ? null : body.note(), user.actor()));
    }

    @GetMapping("/tasks/{id}/parts")
    @Operation(summary = "Opinions, signatures and readers asked for on a task")
    List<PartJson> parts(@PathVariable String id) {
        return PartJson.of(parts.of(id, user.actor()));
    }

    @GetMapping("/tasks/{id}/moves")
    @Operation(summary = "How a task went from hand to hand")
    List<TaskMove> moves(@PathVariable String id) {
        return moves.of(id, user.actor());
    }

    @PostMapping("/tasks/{id}/consultations")
    @Operation(summary = "Asks colleagues for an opinion; the process does not wait")
    List<PartJson> consult(@PathVariable String id, @Valid @RequestBody AskJson body) {
        return PartJson.of(consultations.ask(id, persons(body.people()), text(body.note()), user.actor()));
    }

    @PostMapping("/tasks/{id}/countersignatures")
    @Operation(summary = "Asks for signatures without which the task cannot be completed")
    List<PartJson> countersign(@PathVariable String id, @Valid @RequestBody AskJson body) {
        return PartJson.of(countersigning.ask(id, persons(body.people()), text(body.note()), user.actor()));
    }

    @PostMapping("/tasks/{id}/circulations")
    @Operation(summary = "Lets colleagues know of a task and keeps who has read it")
    List<PartJson> circulate(@PathVariable String id, @Valid @RequestBody AskJson body) {
        return PartJson.of(circulation.circulate(id, persons(body.people()), body.note(), user.actor()));
    }

    @PostMapping("/parts/{id}/answer")
    @Operation(summary = "Gives the opinion that was asked for")
    PartJson answer(@PathVariable String id, @RequestBody OpinionJson body) {
        return PartJson.of(consultations.answer(id, text(body.opinion()), user.actor()));
    }

    @PostMapping("/parts/{id}/sign")
    @Operation(summary = "Countersigns, agreeing or not, with a reason")
    PartJson sign(@PathVariable String id, @RequestBody SignJson body) {
        return PartJson.of(countersigning.sign(id, body.stand(), text(body.reason()), user.actor()));
    }

    @PostMapping("/parts/{id}/read")
    @Operation(summary = "Marks as read")
    PartJson read(@PathVariable String id) {
        return PartJson.of(circulation.read(id, user.actor()));
    }

    @PostMapping("/parts/{id}/withdraw")
    @Operation(summary = "Takes back what was asked and not given yet")
    PartJson withdrawPart(@PathVariable String id) {
        return PartJson.of(parts.withdraw(id, user.actor()));
    }

    @PostMapping("/tasks/{id}/urge")
    @Operation(summary = "Urges a task, once a working day; 409 URGED_TODAY after that")
    TaskJson urge(@PathVariable String id) {
        return TaskJson.of(urging.urge(id, user.actor()));
    }

    @GetMapping("/tasks/{id}/send-back")
    @Operation(summary = "The steps to which the case may be sent back from this task")
    List<SendingBack.Target> targets(@PathVariable String id) {
        return sendingBack.targets(id, user.actor());
    }

    @PostMapping("/tasks/{id}/send-back")
    @Operation(summary = "Sends the case back to an earlier step; answers the task that opened there")
    TaskJson sendBack(@PathVariable String id, @Valid @RequestBody SendBackJson body) {
        return TaskJson.of(sendingBack.sendBack(id, body.step(), text(body.reason()), body.version(), user.actor()));
    }

    @PostMapping("/tasks/{id}/withdraw")
    @Operation(summary = "Takes an own submission back until the next person has opened what came of it")
    TaskJson withdraw(@PathVariable String id, @RequestBody(required = false) @Nullable NoteJson body) {
        return TaskJson.of(withdrawals.withdraw(id, body == null ? null : body.note(), user.actor()));
    }

    @PostMapping("/tasks/assign")
    @Operation(summary = "Gives several tasks to one person; one answer for each")
    List<ResultJson> assign(@Valid @RequestBody BulkAssignJson body) {
        return ResultJson.of(bulk.assign(body.tasks(), person(body.assignee()), text(body.reason()), user.actor()));
    }

    @PostMapping("/tasks/release")
    @Operation(summary = "Gives several tasks back to their pools; one answer for each")
    List<ResultJson> release(@Valid @RequestBody BulkReleaseJson body) {
        return ResultJson.of(bulk.release(body.tasks(), text(body.reason()), user.actor()));
    }

    private List<String> persons(List<String> named) {
        return named.stream().map(this::person).toList();
    }

    private String person(String named) {
        return people.findByLogin(named).map(Person::id).orElse(named);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
