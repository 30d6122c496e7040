package io.mingjing.casefile;

import io.mingjing.document.FilePart;
import io.mingjing.engine.Field;
import io.mingjing.engine.Form;
import io.mingjing.shared.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a case remembers of a step that is done again: what was handed in there last, and who sent it back and why. */
@Component
class StepMemory {

    private static final String RETURN = "RETURN";

    private final Submissions submissions;
    private final CaseVisibility visibility;

    StepMemory(Submissions submissions, CaseVisibility visibility) {
        this.submissions = submissions;
        this.visibility = visibility;
    }

    /**
     * The values of the step's last submission that its form still asks for. Dates that limits count from are left out:
     * they belong to what happened this time. So is a verdict that sent something back: a second look judges anew.
     */
    Map<String, Object> values(Submission last, Form form) {
        if (last.values().containsValue(RETURN)) {
            return Map.of();
        }
        Set<String> keys = form.fields().stream()
                .filter(Field::hasValue)
                .filter(field -> !field.properties().containsKey(CaseTasks.KEY_DATE))
                .map(Field::key)
                .collect(Collectors.toSet());
        Map<String, Object> values = new LinkedHashMap<>(last.values());
        values.keySet().retainAll(keys);
        return values;
    }

    Optional<Submission> last(TaskContext task, String processKey) {
        return submissions.last(task.file().id(), processKey, task.taskKey());
    }

    /** The latest step after that submission which sent its work back. What approvers say stays inside the house. */
    Optional<Returned> returned(Submission last, Actor actor) {
        boolean insider = visibility.mayReadPart(last.caseId(), FilePart.SECONDARY, actor);
        List<Submission> after = submissions.after(last.caseId(), last.id());
        for (int i = after.size() - 1; i >= 0; i--) {
            Submission one = after.get(i);
            boolean approval = RETURN.equals(one.values().get(LetterSteps.RESULT));
            if (one.values().containsValue(RETURN) && (insider || !approval)) {
                Object reason = one.values().get("opinion");
                return Optional.of(new Returned(
                        one.taskKey(), one.actorName(), one.submittedAt(), reason == null ? "" : reason.toString()));
            }
        }
        return Optional.empty();
    }
}
