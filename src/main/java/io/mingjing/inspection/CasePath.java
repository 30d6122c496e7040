package io.mingjing.inspection;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.engine.Processes;
import io.mingjing.engine.Trace;
import io.mingjing.engine.Trace.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way a case has gone through its process: steps, stages and where it stands. */
@Service
@Transactional(readOnly = true)
public class CasePath {

    /** What of a model people do: the rest of the diagram routes. */
    private static final Set<String> STEPS = Set.of("userTask", "serviceTask", "startEvent", "endEvent");

    private final Processes processes;
    private final MessageSource messages;

    CasePath(Processes processes, MessageSource messages) {
        this.processes = processes;
        this.messages = messages;
    }

    /**
     * A step.
     *
     * @param state DONE, NOW, or CUT where the process ended it before anybody did it
     */
    public record Step(
            String activityId,
            String name,
            State state,
            @Nullable Instant start,
            @Nullable Instant end) {

        public enum State {
            DONE,
            NOW,
            CUT
        }
    }

    /**
     * A stage of the metro line.
     *
     * @param since when the case first came to it; null before
     */
    public record Stage(
            String id, String name, State state, @Nullable Instant since) {

        public enum State {
            DONE,
            NOW,
            TODO
        }
    }

    /** The model of the version in force for the case, as BPMN XML. */
    public String modelXml(String caseId) {
        return processes.modelXml(caseId);
    }

    /** What the engine has gone through, for marks on the diagram. */
    public Trace trace(String caseId) {
        return processes.trace(caseId);
    }

    /** The steps in the order in which they began. */
    public List<Step> steps(CaseFile file, Locale locale) {
        Trace trace = processes.trace(file.id());
        return trace.visits().stream()
                .filter(visit -> STEPS.contains(visit.type()) || visit.type().endsWith("EndEvent"))
                .sorted(Comparator.comparing(Visit::start, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(visit -> new Step(
                        visit.activityId(), name(file, visit, locale), state(visit), visit.start(), visit.end()))
                .toList();
    }

    /** Names of the nodes the case has come to, by id. */
    public Map<String, String> names(CaseFile file, Locale locale) {
        Map<String, String> names = new HashMap<>();
        for (Visit visit : processes.trace(file.id()).visits()) {
            names.put(visit.activityId(), name(file, visit, locale));
        }
        return names;
    }

    /** The stages of the process in order; empty before the process has started. */
    public List<Stage> stages(CaseFile file, Locale locale) {
        Optional<StageMap> map = stageMap(file);
        if (map.isEmpty()) {
            return List.of();
        }
        List<Visit> visits = processes.trace(file.id()).visits();
        boolean over = file.state() == CaseState.ARCHIVED;
        List<Stage> stages = new ArrayList<>();
        for (String id : map.get().stages()) {
            Instant since = visits.stream()
                    .filter(visit -> id.equals(map.get().ofActivity().get(visit.activityId())))
                    .map(Visit::start)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            Stage.State state = !over && id.equals(file.stage())
                    ? Stage.State.NOW
                    : since == null ? Stage.State.TODO : Stage.State.DONE;
            stages.add(new Stage(id, stageName(file, id, locale), state, since));
        }
        return passed(stages);
    }

    /** What lies before a stage that was reached has been passed, even where nothing was to be done in it. */
    private static List<Stage> passed(List<Stage> stages) {
        int last = -1;
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).state() != Stage.State.TODO) {
                last = i;
            }
        }
        List<Stage> marked = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            boolean skipped = i < last && stage.state() == Stage.State.TODO;
            marked.add(skipped ? new Stage(stage.id(), stage.name(), Stage.State.DONE, null) : stage);
        }
        return marked;
    }

    private Optional<StageMap> stageMap(CaseFile file) {
        String xml = processes.modelXml(file.id());
        return xml.isEmpty() ? Optional.empty() : Optional.of(StageMap.of(xml, file.kind()));
    }

    private String stageName(CaseFile file, String stage, Locale locale) {
        String name = messages.getMessage(file.kind() + ".stage." + stage, null, stage, locale);
        return name == null ? stage : name;
    }

    private String name(CaseFile file, Visit visit, Locale locale) {
        String own = visit.name() == null ? visit.activityId() : visit.name();
        String name = messages.getMessage(file.kind() + "." + visit.activityId(), null, own, locale);
        return name == null ? own : name;
    }

    private static Step.State state(Visit visit) {
        if (visit.end() == null) {
            return Step.State.NOW;
        }
        return visit.canceled() ? Step.State.CUT : Step.State.DONE;
    }
}
