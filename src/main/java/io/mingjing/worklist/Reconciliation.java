package io.mingjing.worklist;

import io.mingjing.engine.Processes;
import io.mingjing.engine.Processes.OpenTask;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the worklist with the engine. In a sound database it finds nothing: both are written by one commit. */
@Service
public class Reconciliation {

    private final TaskMapper mapper;
    private final Processes processes;
    private final TaskRecorder recorder;
    private final ApplicationEventPublisher events;

    Reconciliation(TaskMapper mapper, Processes processes, TaskRecorder recorder, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.processes = processes;
        this.recorder = recorder;
        this.events = events;
    }

    /**
     * What differs, as task ids.
     *
     * @param compared open tasks of the engine
     * @param missing open in the engine, without an open row
     * @param stale open rows whose task the engine does not know
     * @param different open on both sides, but of another case or step
     */
    public record Report(int compared, List<String> missing, List<String> stale, List<String> different) {

        public Report {
            missing = List.copyOf(missing);
            stale = List.copyOf(stale);
            different = List.copyOf(different);
        }

        public int differences() {
            return missing.size() + stale.size() + different.size();
        }
    }

    /** Looks and changes nothing (ADMIN). */
    @Transactional(readOnly = true)
    public Report report(Actor actor) {
        requireAdmin(actor);
        return compare(processes.openTasks());
    }

    /** Makes the worklist say what the engine says and answers what it found (ADMIN); logged when it changed something. */
    @Transactional
    public Report repair(Actor actor) {
        requireAdmin(actor);
        List<OpenTask> open = processes.openTasks();
        Report found = compare(open);
        found.stale().forEach(id -> recorder.close(id, TaskState.CANCELLED));
        Set<String> anew = new HashSet<>(found.missing());
        anew.addAll(found.different());
        open.stream().filter(task -> anew.contains(task.id())).forEach(task -> {
            mapper.delete(task.id());
            recorder.open(task);
        });
        if (found.differences() > 0) {
            events.publishEvent(Act.of(
                    "worklist.repaired",
                    null,
                    actor,
                    Map.of(
                            "missing", found.missing().size(),
                            "stale", found.stale().size(),
                            "different", found.different().size())));
        }
        return found;
    }

    private Report compare(List<OpenTask> open) {
        Map<String, TaskMapper.Known> known = new HashMap<>();
        mapper.findOpen().forEach(row -> known.put(row.id(), row));
        List<String> missing = new ArrayList<>();
        List<String> different = new ArrayList<>();
        for (OpenTask task : open) {
            TaskMapper.Known row = known.remove(task.id());
            if (row == null) {
                missing.add(task.id());
            } else if (!row.caseId().equals(task.caseId())
                    || !row.definitionKey().equals(task.definitionKey())) {
                different.add(task.id());
            }
        }
        return new Report(open.size(), missing, known.keySet().stream().sorted().toList(), different);
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isSystem() && !actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
    }
}
