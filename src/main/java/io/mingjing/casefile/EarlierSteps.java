package io.mingjing.casefile;

import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.engine.Processes;
import io.mingjing.engine.Processes.OpenTask;
import io.mingjing.engine.Processes.PassedStep;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a case back to a step that it has passed. Allowed are the steps inside the limit that runs around the task, back
 * to the last one that had an effect outside: a letter issued or served, something an organ handed in, a limit that
 * ended. So no limit opens, ends or moves by it; letters in hand become drafts again.
 */
@Service
@Transactional
public class EarlierSteps {

    private static final Set<String> OUTWARD = Set.of("issue", "serve");

    /**
     * A step to which the case may go back.
     *
     * @param taskId the task that was completed there
     */
    public record Step(String taskId, String definitionKey, String name) {}

    private final Processes processes;
    private final CaseVisibility visibility;
    private final Submissions submissions;
    private final Letters letters;

    EarlierSteps(Processes processes, CaseVisibility visibility, Submissions submissions, Letters letters) {
        this.processes = processes;
        this.visibility = visibility;
        this.submissions = submissions;
        this.letters = letters;
    }

    /** The allowed steps before an open task, the latest first; none where the case is closed. */
    @Transactional(readOnly = true)
    public List<Step> before(String taskId, Actor actor) {
        OpenTask task = processes.findTask(taskId).orElse(null);
        if (task == null) {
            return List.of();
        }
        visibility.requireVisible(task.caseId(), actor);
        return allowed(task).stream()
                .map(step -> new Step(step.taskId(), step.definitionKey(), step.name()))
                .toList();
    }

    /**
     * Goes back. The person who did the step last finds what was handed in there as a draft.
     *
     * @param byUserId who did the step; null where nobody is to find a draft
     * @return id of the new task
     * @throws Refusal {@code TASK_GONE}, {@code STEP_NOT_ALLOWED}
     */
    public String goBack(String taskId, String definitionKey, @Nullable String byUserId, Actor actor) {
        String caseId = processes
                .findTask(taskId)
                .orElseThrow(() -> Refusal.conflict("TASK_GONE"))
                .caseId();
        visibility.requireVisible(caseId, actor);
        visibility.lock(caseId);
        OpenTask task = processes.findTask(taskId).orElseThrow(() -> Refusal.conflict("TASK_GONE"));
        List<PassedStep> allowed = allowed(task);
        int at = -1;
        for (int i = 0; i < allowed.size() && at < 0; i++) {
            at = allowed.get(i).definitionKey().equals(definitionKey) ? i : -1;
        }
        if (at < 0) {
            throw Refusal.conflict("STEP_NOT_ALLOWED", task.name());
        }
        PassedStep target = allowed.get(at);
        reopenLetters(task, target, allowed.subList(0, at + 1), actor);
        String opened = processes.putBack(taskId, definitionKey);
        submissions.discardDrafts(taskId);
        if (byUserId != null) {
            submissions
                    .ofTask(target.taskId())
                    .ifPresent(handedIn -> submissions.saveDraft(opened, byUserId, handedIn.values()));
        }
        return opened;
    }

    private List<PassedStep> allowed(OpenTask task) {
        if (visibility.find(task.caseId()).state() != CaseState.OPEN || outward(task.caseId(), task.properties())) {
            return List.of();
        }
        List<PassedStep> allowed = new ArrayList<>();
        for (PassedStep step : processes.passedBefore(task.id())) {
            boolean ofOrgan = step.pool().equals(Role.ORGAN_CONTACT.name());
            if (ofOrgan || OUTWARD.contains(act(step)) || outward(task.caseId(), step.properties())) {
                break;
            }
            allowed.add(step);
        }
        return allowed;
    }

    /** Whether a letter of the step has left the house. */
    private boolean outward(String caseId, Map<String, String> properties) {
        return types(properties)
                .flatMap(type -> letters.current(caseId, type).stream())
                .anyMatch(Letter::issued);
    }

    private void reopenLetters(OpenTask task, PassedStep target, List<PassedStep> passed, Actor actor) {
        Set<String> touched = new LinkedHashSet<>(types(task.properties()).toList());
        passed.forEach(step -> types(step.properties()).forEach(touched::add));
        boolean approval = "approve".equals(act(target));
        List<String> own = types(target.properties()).toList();
        for (String type : touched) {
            Role level = approval && own.contains(type)
                    ? Role.valueOf(target.properties().getOrDefault("level", ""))
                    : null;
            letters.current(task.caseId(), type).ifPresent(letter -> letters.reopen(letter.id(), level, actor));
        }
    }

    private static String act(PassedStep step) {
        return step.properties().getOrDefault("letterAct", "");
    }

    private static Stream<String> types(Map<String, String> properties) {
        return Arrays.stream(properties.getOrDefault("letters", "").split(","))
                .map(String::strip)
                .filter(type -> !type.isEmpty());
    }
}
