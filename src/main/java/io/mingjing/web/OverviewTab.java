package io.mingjing.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.PaperRecord;
import io.mingjing.casefile.Submission;
import io.mingjing.engine.Form;
import io.mingjing.engine.Forms;
import io.mingjing.inspection.CasePath;
import io.mingjing.shared.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The first tab: the facts of the case, its key dates and the limits that run. */
@Component
class OverviewTab implements CaseTab {

    private final Cases cases;
    private final CaseTasks tasks;
    private final Forms forms;
    private final CasePath path;
    private final ClockViews clocks;
    private final MessageSource messages;

    OverviewTab(Cases cases, CaseTasks tasks, Forms forms, CasePath path, ClockViews clocks, MessageSource messages) {
        this.cases = cases;
        this.tasks = tasks;
        this.forms = forms;
        this.path = path;
        this.clocks = clocks;
        this.messages = messages;
    }

    /** A key date with its name in words. */
    record KeyDateView(String name, LocalDate on) {}

    /** What was handed in at one step, with the form of that version. */
    record SubmissionView(
            String name,
            String by,
            Instant at,
            @Nullable LocalDate actedOn,
            Form form,
            Map<String, Object> values,
            List<PaperRecord> papers) {}

    @Override
    public String id() {
        return "overview";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String view() {
        return "web/overview :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("keyDates", keyDates(file));
        model.put("submissions", submissions(file, actor));
        model.put("running", clocks.running(file.id(), LocaleContextHolder.getLocale()));
        return model;
    }

    private List<SubmissionView> submissions(CaseFile file, Actor actor) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, String> names = path.names(file, locale);
        String start = start(file, locale);
        return tasks.submissions(file.id(), actor).stream()
                .map(submission -> new SubmissionView(
                        step(submission, names, start),
                        submission.actorName(),
                        submission.submittedAt(),
                        submission.actedOn(),
                        forms.of(submission.formId(), submission.formVersion()),
                        submission.values(),
                        PaperRecord.of(submission)))
                .toList();
    }

    private String step(Submission submission, Map<String, String> names, String start) {
        return submission.taskKey().equals(CaseTasks.START)
                ? start
                : names.getOrDefault(submission.taskKey(), submission.taskKey());
    }

    /** What the process calls its beginning. */
    private String start(CaseFile file, Locale locale) {
        return path.steps(file, locale).stream()
                .findFirst()
                .map(CasePath.Step::name)
                .orElseGet(() -> messages.getMessage("web.case.start", null, locale));
    }

    private List<KeyDateView> keyDates(CaseFile file) {
        return cases.keyDates(file.id()).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> new KeyDateView(name(entry.getKey()), entry.getValue()))
                .toList();
    }

    private String name(String keyDate) {
        String name = messages.getMessage("keyDate." + keyDate, null, keyDate, LocaleContextHolder.getLocale());
        return name == null ? keyDate : name;
    }
}
