package io.mingjing.casefile;

import io.mingjing.document.Approval;
import io.mingjing.document.Letters;
import io.mingjing.engine.Field;
import io.mingjing.engine.Form;
import io.mingjing.engine.Forms;
import io.mingjing.engine.Processes;
import io.mingjing.engine.Processes.OpenTask;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.event.LetterApproved;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * 线下审批补录 moves the process: once a level has agreed to all letters of its open approval step, the last of them on
 * paper, the step is completed with what the paper says, by the person who confirmed the record. A step whose form asks
 * for more than a paper can answer stays open for somebody of that level.
 */
@Component
class PaperSteps {

    /** Property of a form's field: the value it takes when the approval was given on paper. */
    private static final String PAPER = "paper";

    private static final String OPINION = "opinion";
    private static final String APPROVE = "APPROVE";

    private final CaseTasks tasks;
    private final Cases cases;
    private final LetterSteps steps;
    private final Letters letters;
    private final Processes processes;
    private final Forms forms;
    private final People people;

    PaperSteps(
            CaseTasks tasks,
            Cases cases,
            LetterSteps steps,
            Letters letters,
            Processes processes,
            Forms forms,
            People people) {
        this.tasks = tasks;
        this.cases = cases;
        this.steps = steps;
        this.letters = letters;
        this.processes = processes;
        this.forms = forms;
        this.people = people;
    }

    @EventListener
    void on(LetterApproved approved) {
        if (!approved.paper()) {
            return;
        }
        Optional<String> confirmer = letters.approvals(approved.letterId()).stream()
                .filter(approval ->
                        approval.effective() && approval.level().name().equals(approved.level()))
                .map(Approval::confirmedById)
                .findFirst();
        if (confirmer.isEmpty()) {
            return;
        }
        for (OpenTask task : processes.openTasks(approved.caseId())) {
            if (steps.approves(task.properties(), approved.type(), approved.level())) {
                List<Approval> agreed = steps.agreements(task.caseId(), task.properties());
                if (!agreed.isEmpty()) {
                    complete(task, agreed, people.actor(confirmer.get()));
                }
            }
        }
    }

    private void complete(OpenTask task, List<Approval> agreed, Actor actor) {
        Form form = forms.ofTask(task.id());
        Map<String, Object> values;
        try {
            values = forms.validate(form, answers(form, agreed), cases.keyDates(task.caseId()));
        } catch (Refusal beyondThePaper) {
            return;
        }
        if (values.containsKey(OPINION)) {
            values = new LinkedHashMap<>(values);
            values.put(OPINION, opinion(agreed)); // as written, however short
        }
        tasks.completeFromPaper(
                task, form, values, agreed.stream().filter(Approval::paper).toList(), actor);
    }

    /** What a signed slip says: agreed, on that day. */
    private static Map<String, Object> answers(Form form, List<Approval> agreed) {
        String on = agreed.stream()
                .map(Approval::approvedOn)
                .max(Comparator.naturalOrder())
                .map(LocalDate::toString)
                .orElseThrow();
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            String fixed = field.properties().get(PAPER);
            if (field.key().equals(LetterSteps.RESULT)) {
                answers.put(field.key(), APPROVE);
            } else if (field.key().equals(OPINION)) {
                answers.put(field.key(), "线下审批");
            } else if (fixed != null) {
                answers.put(field.key(), fixed);
            } else if (field.properties().containsKey(CaseTasks.KEY_DATE)) {
                answers.put(field.key(), on);
            }
        }
        return answers;
    }

    private static String opinion(List<Approval> agreed) {
        return String.join(
                "\n", agreed.stream().map(Approval::opinion).distinct().toList());
    }
}
