package io.mingjing.inspection;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.engine.Trace;
import io.mingjing.engine.Trace.Visit;
import io.mingjing.shared.Actor;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The diagram of the version in force with the path taken, and a table that says the same. */
@Component
class ProcessTab implements CaseTab {

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
        Trace trace = path.trace(file.id());
        Set<String> now = trace.current();
        return Map.of(
                "steps", path.steps(file, LocaleContextHolder.getLocale()),
                "doneIds", ids(trace, visit -> !visit.canceled() && !now.contains(visit.activityId())),
                "cutIds", ids(trace, visit -> visit.canceled() && !now.contains(visit.activityId())),
                "nowIds", String.join(" ", now),
                "flowIds", String.join(" ", trace.flows()));
    }

    private static String ids(Trace trace, Predicate<Visit> wanted) {
        return trace.visits().stream()
                .filter(wanted)
                .map(Visit::activityId)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
