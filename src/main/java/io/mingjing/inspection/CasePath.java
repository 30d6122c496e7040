package io.mingjing.inspection;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.engine.Processes;
import io.mingjing.engine.Processes.Course;
import io.mingjing.engine.Trace;
import io.mingjing.engine.Trace.Visit;
import io.mingjing.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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

    /** The processes of the case: the main one first, then its further procedures as they began. */
    public List<Course> courses(CaseFile file) {
        List<Course> all = processes.courses(file.id());
        return Stream.concat(
                        all.stream().filter(course -> course.processKey().equals(file.kind())),
                        all.stream().filter(course -> !course.processKey().equals(file.kind())))
                .toList();
    }

    /**
     * A process of the case.
     *
     * @throws Refusal {@code NO_PROCESS} when it is none of this case
     */
    public Course course(CaseFile file, String courseId) {
        return processes.courses(file.id()).stream()
                .filter(course -> course.id().equals(courseId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("NO_PROCESS"));
    }

    /**
     * The main process.
     *
     * @throws Refusal {@code NO_PROCESS} for a case that has none
     */
    public Course main(CaseFile file) {
        return courses(file).stream()
                .filter(course -> course.processKey().equals(file.kind()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("NO_PROCESS"));
    }

    /** The model in the version of that process, as BPMN XML. */
    public String modelXml(Course course) {
        return processes.modelXml(course);
    }

    /** What the engine has gone through, for marks on the diagram. */
    public Trace trace(Course course) {
        return processes.trace(course);
    }

    /** Its name in the reader's language. */
    public String nameOf(Course course, Locale locale) {
        String name = messages.getMessage(course.processKey(), null, course.name(), locale);
        return name == null ? course.name() : name;
    }

    /** The steps of the main process in the order in which they began. */
    public List<Step> steps(CaseFile file, Locale locale) {
        return steps(main(file), locale);
    }

    /** The steps of a process in the order in which they began. */
    public List<Step> steps(Course course, Locale locale) {
        return processes.trace(course).visits().stream()
                .filter(visit -> STEPS.contains(visit.type()) || visit.type().endsWith("EndEvent"))
                .sorted(Comparator.comparing(Visit::start, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(visit -> new Step(
                        visit.activityId(), name(course, visit, locale), state(visit), visit.start(), visit.end()))
                .toList();
    }

    /** Names of the nodes the case has come to, by id. */
    public Map<String, String> names(CaseFile file, Locale locale) {
        Map<String, String> names = new HashMap<>();
        for (Course course : courses(file)) {
            for (Visit visit : processes.trace(course).visits()) {
                names.put(visit.activityId(), name(course, visit, locale));
            }
        }
        return names;
    }

    /** The stages of the process in order; empty before the process has started. */
    public List<Stage> stages(CaseFile file, Locale locale) {
        Course course = main(file);
        StageMap map = StageMap.of(processes.modelXml(course), file.kind());
        List<Visit> visits = processes.trace(course).visits();
        boolean over = file.state() == CaseState.ARCHIVED;
        List<Stage> stages = new ArrayList<>();
        for (String id : map.stages()) {
            Instant since = visits.stream()
                    .filter(visit -> id.equals(map.ofActivity().get(visit.activityId())))
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

    private String stageName(CaseFile file, String stage, Locale locale) {
        String name = messages.getMessage(file.kind() + ".stage." + stage, null, stage, locale);
        return name == null ? stage : name;
    }

    private String name(Course course, Visit visit, Locale locale) {
        String own = visit.name() == null ? visit.activityId() : visit.name();
        String name = messages.getMessage(course.processKey() + "." + visit.activityId(), null, own, locale);
        return name == null ? own : name;
    }

    private static Step.State state(Visit visit) {
        if (visit.end() == null) {
            return Step.State.NOW;
        }
        return visit.canceled() ? Step.State.CUT : Step.State.DONE;
    }
}
