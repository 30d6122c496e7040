package io.mingjing.casefile;

import io.mingjing.document.Approval;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.engine.Field;
import io.mingjing.engine.Form;
import io.mingjing.engine.Forms;
import io.mingjing.engine.Processes;
import io.mingjing.engine.Processes.OpenTask;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.event.TaskTakenFromPaper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks are completed through here only: the values are checked and kept, the effects that the model states and those of
 * the area happen, and the engine moves on, all in one transaction. Who holds the task is checked by the worklist.
 */
@Service
@Transactional
public class CaseTasks {

    /** Name of the start form in submissions. */
    public static final String START = "start";

    static final String KEY_DATE = "keyDate";

    private final Processes processes;
    private final Forms forms;
    private final Cases cases;
    private final CaseVisibility visibility;
    private final Submissions submissions;
    private final LetterSteps letters;
    private final ActDay actDay;
    private final TaskHandlers handlers;
    private final StepMemory memory;
    private final Attachments attachments;
    private final ApplicationEventPublisher events;

    CaseTasks(
            Processes processes,
            Forms forms,
            Cases cases,
            CaseVisibility visibility,
            Submissions submissions,
            LetterSteps letters,
            ActDay actDay,
            TaskHandlers handlers,
            StepMemory memory,
            Attachments attachments,
            ApplicationEventPublisher events) {
        this.processes = processes;
        this.forms = forms;
        this.cases = cases;
        this.visibility = visibility;
        this.submissions = submissions;
        this.letters = letters;
        this.actDay = actDay;
        this.handlers = handlers;
        this.memory = memory;
        this.attachments = attachments;
        this.events = events;
    }

    /**
     * The form of a task with the person's draft, else with what was handed in at this step before, else with what the
     * area fills in; an approval is always judged anew.
     *
     * @throws Refusal {@code TASK_GONE}, {@code TASK_DONE}, {@code CASE_NOT_FOUND}
     */
    @Transactional(readOnly = true)
    public TaskForm form(String taskId, Actor actor) {
        OpenTask task = require(taskId);
        TaskContext context = context(task, actor);
        Form form = forms.ofTask(task);
        Map<String, Object> values = new LinkedHashMap<>(forms.defaults(form));
        handlers.of(task.processKey(), task.definitionKey())
                .ifPresent(handler -> values.putAll(handler.prefill(context)));
        Optional<Submission> last =
                letters.approves(context) ? Optional.empty() : memory.last(context, task.processKey());
        last.ifPresent(before -> values.putAll(memory.values(before, form)));
        Optional<Submissions.Draft> draft = submissions.draft(taskId, actor.userId());
        draft.ifPresent(saved -> values.putAll(saved.values()));
        return new TaskForm(
                context,
                form,
                values,
                draft.map(Submissions.Draft::savedAt).orElse(null),
                last.flatMap(before -> memory.returned(before, actor)).orElse(null));
    }

    /** Id of the open task of that definition in the case; empty where the process does not stand there. */
    @Transactional(readOnly = true)
    public Optional<String> openTask(String caseId, String taskKey) {
        return processes.openTasks(caseId).stream()
                .filter(task -> task.definitionKey().equals(taskKey))
                .map(OpenTask::id)
                .findFirst();
    }

    /** Keeps a half-filled form for this person; nothing is checked but that the fields belong to the form. */
    public void saveDraft(String taskId, Map<String, ?> raw, Actor actor) {
        OpenTask task = require(taskId);
        context(task, actor);
        Map<String, Object> known = new LinkedHashMap<>();
        for (Field field : forms.ofTask(task).fields()) {
            Object value = raw.get(field.key());
            if (value != null) {
                known.put(field.key(), value);
            }
        }
        submissions.saveDraft(taskId, actor.userId(), known);
    }

    /** Gives a half-filled form of one person to another, who goes on with it. */
    public void passDraft(String taskId, String fromUserId, String toUserId) {
        submissions.passDraft(taskId, fromUserId, toUserId);
    }

    /** What completing with these values would bring about; touches nothing. */
    @Transactional(readOnly = true)
    public List<Consequence> plan(String taskId, Map<String, ?> raw, Actor actor) {
        return plan(taskId, raw, null, actor);
    }

    /** @param actedOn as for {@link #complete(String, String, Map, String, LocalDate, Actor)} */
    @Transactional(readOnly = true)
    public List<Consequence> plan(String taskId, Map<String, ?> raw, @Nullable LocalDate actedOn, Actor actor) {
        OpenTask task = require(taskId);
        TaskContext context = context(task, actor);
        Form form = forms.ofTask(task);
        requireBackfill(actedOn, context, actor);
        Map<String, Object> values = checked(form, raw, actedOn, context.file().id());
        List<Consequence> consequences = new ArrayList<>();
        if (actedOn != null) {
            consequences.add(Consequence.of("backfilled", actedOn));
        }
        keyDates(form, values)
                .forEach((name, day) -> consequences.add(Consequence.of("keyDateSet", label(form, name), day)));
        consequences.addAll(letters.plan(context, values));
        handlers.of(task.processKey(), task.definitionKey())
                .ifPresent(handler -> consequences.addAll(handler.plan(context, values)));
        return consequences;
    }

    public void complete(String taskId, Map<String, ?> raw, Actor actor) {
        complete(taskId, raw, null, actor);
    }

    /**
     * Completes a task whose case is not known yet: {@link #complete(String, String, Map, String, LocalDate, Actor)}.
     */
    public void complete(String taskId, Map<String, ?> raw, @Nullable String formKey, Actor actor) {
        Optional<OpenTask> seen = processes.findTask(taskId);
        if (seen.isPresent()) {
            complete(taskId, seen.get().caseId(), raw, formKey, null, actor);
        } else if (formKey == null || !sentBefore(taskId, formKey)) {
            throw gone(taskId);
        }
    }

    /**
     * Completes a task.
     *
     * @param caseId the case of the task; it is locked before anything is read, so of two clicks the second waits here
     * @param formKey made when the form was shown; the same form sent twice is one act
     * @param actedOn 补录: the day on which an act of the past was done; null for an act of now. Dates that the act sets
     *     follow that day, and both days are kept.
     * @throws Refusal {@code TASK_GONE}, {@code TASK_DONE} (who, when), {@code FIELDS}, {@code ATTACHMENT_REQUIRED} and
     *     whatever the effects refuse; then nothing has happened
     */
    public void complete(
            String taskId,
            String caseId,
            Map<String, ?> raw,
            @Nullable String formKey,
            @Nullable LocalDate actedOn,
            Actor actor) {
        CaseFile file = visibility.lockVisible(caseId, actor);
        if (formKey != null && sentBefore(taskId, formKey)) {
            return;
        }
        OpenTask task = processes.findTask(taskId, caseId).orElseThrow(() -> gone(taskId));
        TaskContext context = new TaskContext(taskId, file, task.definitionKey(), task.properties());
        Form form = forms.ofTask(task);
        requireBackfill(actedOn, context, actor);
        actDay.was(actedOn, file);
        Map<String, Object> values = checked(form, raw, actedOn, caseId);
        requireAttachments(context, actor);
        Submission submission = submissions.add(
                task.caseId(), taskId, task.processKey(), task.definitionKey(), form, values, formKey, actedOn, actor);
        log(actedOn == null ? "casefile.taskCompleted" : "casefile.taskBackfilled", submission, task.name(), actor);
        carryOut(task, context, form, values, actor);
    }

    /**
     * Completes an approval step as its level did on paper. The submission says so, for ever.
     *
     * @param papers the recorded approvals, each confirmed by a second person
     * @param actor the person who confirmed the last of them
     */
    void completeFromPaper(OpenTask task, Form form, Map<String, Object> values, List<Approval> papers, Actor actor) {
        visibility.lock(task.caseId());
        TaskContext context = context(task, actor);
        Submission submission = submissions.add(
                task.caseId(),
                task.id(),
                task.processKey(),
                task.definitionKey(),
                form,
                PaperRecord.attach(values, papers),
                null,
                null,
                actor);
        Map<String, Object> facts = facts(submission, task.name());
        facts.put("level", task.properties().getOrDefault("level", ""));
        facts.put("approvedOn", papers.get(0).approvedOn().toString());
        facts.put("recordedBy", papers.get(0).byId());
        facts.put("confirmedBy", actor.userId());
        events.publishEvent(Act.of("casefile.taskTakenFromPaper", task.caseId(), actor, facts)
                .on(papers.get(0).approvedOn())
                .withPersonal(Map.of("approver", papers.get(0).signedBy())));
        carryOut(task, context, form, values, actor);
        events.publishEvent(new TaskTakenFromPaper(task.id(), task.caseId(), actor.userId(), actor.name()));
    }

    private void carryOut(OpenTask task, TaskContext context, Form form, Map<String, Object> values, Actor actor) {
        submissions.discardDrafts(task.id());
        keyDates(form, values).forEach((name, day) -> cases.setKeyDate(task.caseId(), name, day, actor));
        Map<String, Object> variables = variables(form, values);
        handlers.of(task.processKey(), task.definitionKey())
                .ifPresent(handler -> variables.putAll(handler.complete(context, values, actor)));
        letters.complete(context, form, values, actor);
        if (letters.approves(context)) {
            variables.put(LetterSteps.RESULT, values.get(LetterSteps.RESULT));
        }
        processes.complete(task.id(), variables);
    }

    /** A form key belongs to one task: with another it says nothing. */
    private boolean sentBefore(String taskId, String formKey) {
        return submissions
                .withFormKey(formKey)
                .filter(sent -> taskId.equals(sent.taskId()))
                .isPresent();
    }

    /** The form that starts a case of that kind. */
    @Transactional(readOnly = true)
    public Form startForm(String processKey) {
        return forms.ofStart(processKey);
    }

    /** The values of a start form, checked and typed, from which the area makes its case. */
    @Transactional(readOnly = true)
    public Map<String, Object> checkStart(String processKey, Map<String, ?> raw) {
        return forms.validate(forms.ofStart(processKey), raw);
    }

    /** The values of the form with which a procedure of a case begins; dates may be bound to the case. */
    Map<String, Object> checkStart(String processKey, Map<String, ?> raw, String caseId) {
        return forms.validate(forms.ofStart(processKey), raw, cases.keyDates(caseId));
    }

    /** The case that was started with this form before, when it is sent a second time. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> started(String formKey) {
        return submissions.withFormKey(formKey).map(submission -> visibility.find(submission.caseId()));
    }

    /**
     * Keeps the start form of a case that has just been registered and does what its fields state.
     *
     * @param values as {@link #checkStart} answered them
     * @return the variables to start the process with
     */
    public Map<String, Object> completeStart(
            String caseId, String processKey, Map<String, Object> values, @Nullable String formKey, Actor actor) {
        Form form = forms.ofStart(processKey);
        Submission submission = submissions.add(caseId, null, processKey, START, form, values, formKey, null, actor);
        log("casefile.startSubmitted", submission, "", actor);
        keyDates(form, values).forEach((name, day) -> cases.setKeyDate(caseId, name, day, actor));
        return variables(form, values);
    }

    /** Keeps the form with which a procedure of a case begins and does what its fields state. */
    Map<String, Object> beginBeside(
            CaseFile file,
            String processKey,
            String name,
            Map<String, Object> values,
            @Nullable String formKey,
            Actor actor) {
        Form form = forms.ofStart(processKey);
        Submission submission = submissions.add(file.id(), null, processKey, START, form, values, formKey, null, actor);
        log("casefile.procedureBegun", submission, name, actor);
        keyDates(form, values).forEach((key, day) -> cases.setKeyDate(file.id(), key, day, actor));
        return variables(form, values);
    }

    /** What was handed in, oldest first: everything for officers, their own for others. */
    @Transactional(readOnly = true)
    public List<Submission> submissions(String caseId, Actor actor) {
        visibility.requireVisible(caseId, actor);
        boolean officer = visibility.mayReadPart(caseId, FilePart.SECONDARY, actor);
        return submissions.of(caseId).stream()
                .filter(submission -> officer || submission.actorId().equals(actor.userId()))
                .toList();
    }

    /** 补录: the day on which a task was done that was entered later; empty where it is the day of its entry. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> backfilledOn(String taskId) {
        return submissions.ofTask(taskId).map(Submission::actedOn);
    }

    private OpenTask require(String taskId) {
        return processes.findTask(taskId).orElseThrow(() -> gone(taskId));
    }

    private Refusal gone(String taskId) {
        return submissions
                .ofTask(taskId)
                .map(done -> Refusal.conflict("TASK_DONE", done.actorName(), OfficialTime.text(done.submittedAt())))
                .orElseGet(() -> Refusal.conflict("TASK_GONE"));
    }

    private TaskContext context(OpenTask task, Actor actor) {
        return new TaskContext(task.id(), cases.get(task.caseId(), actor), task.definitionKey(), task.properties());
    }

    /** A key date that a past act leaves open is the day of that act; none can lie after it. */
    private Map<String, Object> checked(Form form, Map<String, ?> raw, @Nullable LocalDate actedOn, String caseId) {
        Map<String, Object> given = new LinkedHashMap<>(raw);
        if (actedOn != null) {
            form.fields().stream()
                    .filter(field -> field.properties().containsKey(KEY_DATE))
                    .filter(field ->
                            String.valueOf(given.getOrDefault(field.key(), "")).isBlank())
                    .forEach(field -> given.put(field.key(), actedOn.toString()));
        }
        boolean compares =
                form.fields().stream().anyMatch(field -> field.properties().containsKey("notBefore"));
        Map<String, Object> values = forms.validate(form, given, compares ? cases.keyDates(caseId) : Map.of());
        List<FieldError> late = form.fields().stream()
                .filter(field -> actedOn != null && field.properties().containsKey(KEY_DATE))
                .filter(field -> values.get(field.key()) instanceof LocalDate day && day.isAfter(actedOn))
                .map(field -> FieldError.of(field.key(), "AFTER_ACT", String.valueOf(actedOn)))
                .toList();
        if (!late.isEmpty()) {
            throw Refusal.fields(late);
        }
        return values;
    }

    /** Past acts are entered by officers: what an organ hands in counts from the moment it arrives. */
    private void requireBackfill(@Nullable LocalDate actedOn, TaskContext task, Actor actor) {
        if (actedOn == null) {
            return;
        }
        visibility.requireOfficer(task.file().id(), actor);
        actDay.requirePossible(actedOn, task.file());
    }

    private void requireAttachments(TaskContext task, Actor actor) {
        if (!"required".equals(task.properties().get("attachments"))) {
            return;
        }
        boolean any = attachments.of(task.file().id(), actor).stream()
                .anyMatch(attachment -> task.taskId().equals(attachment.taskId()));
        if (!any) {
            throw Refusal.conflict("ATTACHMENT_REQUIRED");
        }
    }

    private static Map<String, LocalDate> keyDates(Form form, Map<String, Object> values) {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            String name = field.properties().get(KEY_DATE);
            if (name != null && values.get(field.key()) instanceof LocalDate day) {
                dates.put(name, day);
            }
        }
        return dates;
    }

    private static String label(Form form, String keyDate) {
        return form.fields().stream()
                .filter(field -> keyDate.equals(field.properties().get(KEY_DATE)))
                .findFirst()
                .map(Field::label)
                .orElse(keyDate);
    }

    /** Fields marked as variables, in types that the engine stores as they are. */
    private static Map<String, Object> variables(Form form, Map<String, Object> values) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (field.isVariable()) {
                variables.put(field.key(), plain(values.get(field.key())));
            }
        }
        return variables;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValueExact() : number.doubleValue();
        }
        return value instanceof LocalDate || value instanceof List ? value.toString() : value;
    }

    private void log(String kind, Submission submission, String name, Actor actor) {
        events.publishEvent(
                new Act(kind, submission.caseId(), actor, facts(submission, name), Map.of(), submission.actedOn()));
    }

    private static Map<String, Object> facts(Submission submission, String name) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("submissionId", submission.id());
        facts.put("processKey", submission.processKey());
        facts.put("taskKey", submission.taskKey());
        facts.put("name", name);
        facts.put("formId", submission.formId());
        facts.put("formVersion", submission.formVersion());
        facts.put("digest", submission.digest());
        LocalDate actedOn = submission.actedOn();
        if (actedOn != null) {
            facts.put("actedOn", actedOn.toString());
        }
        return facts;
    }
}
