package io.mingjing.inspection;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.engine.Processes.Course;
import io.mingjing.engine.Trace;
import io.mingjing.engine.Trace.Visit;
import io.mingjing.shared.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The diagram of the version in force with the path taken, and a table that says the same. */
@Component
class ProcessTab implements CaseTab {

    /**
     * A process of the case as the tab draws it; ids of nodes and flows with spaces between.
     *
     * @param cut what the process ended before anybody did it
     */
    public record CourseView(
            String id, String name, List<CasePath.Step> steps, String done, String cut, String now, String flows) {}

    private final CasePath path;

    ProcessTab(CasePath path) {
        this.path = path;
    }

    @Override
    public String id() {
        return "process";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String view() {
        return "inspection/process :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        Locale locale = LocaleContextHolder.getLocale();
        return Map.of(
                "courses",
                path.courses(file).stream().map(course -> view(course, locale)).toList());
    }

    private CourseView view(Course course, Locale locale) {
        Trace trace = path.trace(course);
        Set<String> now = trace.current();
        return new CourseView(
                course.id(),
                path.nameOf(course, locale),
                path.steps(course, locale),
                ids(trace, visit -> !visit.canceled() && !now.contains(visit.activityId())),
                ids(trace, visit -> visit.canceled() && !now.contains(visit.activityId())),
                String.join(" ", now),
                String.join(" ", trace.flows()));
    }

    private static String ids(Trace trace, Predicate<Visit> wanted) {
        return trace.visits().stream()
                .filter(wanted)
                .map(Visit::activityId)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
