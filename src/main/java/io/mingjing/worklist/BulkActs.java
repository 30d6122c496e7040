package io.mingjing.worklist;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Several tasks at once: each is an act of its own with its own answer, so one that is refused stops none of the others. */
@Service
public class BulkActs {

    /** Most tasks at once. */
    public static final int MOST = 100;

    private final Worklist worklist;

    BulkActs(Worklist worklist) {
        this.worklist = worklist;
    }

    /**
     * What became of one of them.
     *
     * @param task as it is now; null where it is out of sight
     * @param refusal null where it was done
     */
    public record Result(
            String taskId,
            @Nullable TaskItem task,
            @Nullable Refusal refusal) {

        public boolean done() {
            return refusal == null;
        }
    }

    /** What is done with each of them. */
    private interface Each {
        TaskItem act(String taskId);
    }

    /** Gives them to one person with a reason, whatever has become of them since they were shown. */
    public List<Result> assign(List<String> taskIds, String userId, String reason, Actor actor) {
        return assign(taskIds, Map.of(), userId, reason, actor);
    }

    /**
     * Gives them to one person with a reason. Refused as a whole: {@code FIELDS}; each as {@link Worklist#assign}.
     *
     * @param versions of the tasks as the page showed them, by task
     */
    public List<Result> assign(
            List<String> taskIds, Map<String, Integer> versions, String userId, String reason, Actor actor) {
        String words = Words.required("note", reason, Words.NOTE);
        if (userId.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("assignee", "ASSIGNEE_REQUIRED")));
        }
        return each(taskIds, actor, id -> worklist.assign(id, userId, words, versions.get(id), actor));
    }

    /** Gives them back to their pools with a reason, whatever has become of them since they were shown. */
    public List<Result> release(List<String> taskIds, String reason, Actor actor) {
        return release(taskIds, Map.of(), reason, actor);
    }

    /**
     * Gives them back to their pools with a reason. Refused as a whole: {@code FIELDS}; each as {@link Worklist#release},
     * and {@code TASK_CHANGED}.
     *
     * @param versions of the tasks as the page showed them, by task
     */
    public List<Result> release(List<String> taskIds, Map<String, Integer> versions, String reason, Actor actor) {
        String words = Words.required("note", reason, Words.NOTE);
        return each(taskIds, actor, id -> worklist.release(id, words, versions.get(id), actor));
    }

    private List<Result> each(List<String> taskIds, Actor actor, Each act) {
        if (taskIds.isEmpty() || taskIds.size() > MOST) {
            throw Refusal.fields(List.of(FieldError.of("tasks", "BULK_SIZE", MOST)));
        }
        Map<String, TaskItem> tasks = new HashMap<>();
        Map<String, Refusal> refused = new HashMap<>();
        Set<String> ids = new LinkedHashSet<>(taskIds);
        for (String id : ids) {
            try {
                tasks.put(id, act.act(id));
            } catch (Refusal refusal) {
                refused.put(id, refusal);
            }
        }
        worklist.seen(refused.keySet(), actor).forEach(task -> tasks.put(task.id(), task));
        return ids.stream()
                .map(id -> new Result(id, tasks.get(id), refused.get(id)))
                .toList();
    }
}
