package io.mingjing.casefile;

import io.mingjing.engine.Form;
import io.mingjing.engine.Processes;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Begins and ends the procedures that a case has beside its main process. */
@Service
@Transactional
public class Procedures {

    /**
     * A procedure that a person may begin.
     *
     * @param name as its model has it
     */
    public record Offer(String processKey, String name) {}

    /**
     * The form with which a procedure begins.
     *
     * @param values what it starts with
     */
    public record Beginning(CaseFile file, String name, Form form, Map<String, Object> values) {
        public Beginning {
            values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    private final ObjectProvider<Procedure> procedures;
    private final CaseTasks tasks;
    private final Cases cases;
    private final CaseVisibility visibility;
    private final Processes processes;

    Procedures(
            ObjectProvider<Procedure> procedures,
            CaseTasks tasks,
            Cases cases,
            CaseVisibility visibility,
            Processes processes) {
        this.procedures = procedures;
        this.tasks = tasks;
        this.cases = cases;
        this.visibility = visibility;
        this.processes = processes;
    }

    /** What this person may begin in the case as it stands. */
    @Transactional(readOnly = true)
    public List<Offer> offered(CaseFile file, Actor actor) {
        return procedures
                .orderedStream()
                .filter(procedure -> procedure.offered(file, actor))
                .map(procedure -> new Offer(procedure.processKey(), processes.nameOf(procedure.processKey())))
                .toList();
    }

    /** The procedure to which that act on a limit of this case belongs. */
    @Transactional(readOnly = true)
    public Optional<Offer> governing(CaseFile file, String rule, String act) {
        return procedures
                .orderedStream()
                .filter(procedure -> procedure.governs(file, rule, act))
                .findFirst()
                .map(procedure -> new Offer(procedure.processKey(), processes.nameOf(procedure.processKey())));
    }

    /**
     * The form with which a procedure begins.
     *
     * @throws Refusal {@code CASE_NOT_FOUND}, {@code PROCEDURE_UNKNOWN}, {@code PROCEDURE_NOT_OFFERED}
     */
    @Transactional(readOnly = true)
    public Beginning beginning(String caseId, String processKey, Actor actor) {
        CaseFile file = cases.get(caseId, actor);
        Procedure procedure = require(file, processKey, actor);
        return new Beginning(file, processes.nameOf(processKey), tasks.startForm(processKey), procedure.prefill(file));
    }

    /**
     * What beginning with these values would bring about. It is tried in a transaction of its own that is rolled back, so
     * that whatever beginning refuses is refused here already, and nothing is touched.
     *
     * @throws Refusal as {@link #start}
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<Consequence> plan(String caseId, String processKey, Map<String, ?> raw, Actor actor) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        CaseFile file = visibility.lockVisible(caseId, actor);
        Procedure procedure = require(file, processKey, actor);
        Map<String, Object> values = tasks.checkStart(processKey, raw, caseId);
        List<Consequence> consequences = procedure.plan(file, values);
        procedure.start(file, values, actor);
        return consequences;
    }

    /**
     * Begins a procedure: checks the form, does what beginning means, keeps the form as a submission, starts the process;
     * all or nothing.
     *
     * @param formKey made when the form was shown; the same form sent twice begins once
     * @throws Refusal {@code CASE_NOT_FOUND}, {@code PROCEDURE_UNKNOWN}, {@code PROCEDURE_NOT_OFFERED}, {@code FIELDS} and
     *     what the area refuses
     */
    public void start(String caseId, String processKey, Map<String, ?> raw, @Nullable String formKey, Actor actor) {
        CaseFile file = visibility.lockVisible(caseId, actor);
        if (formKey != null && tasks.started(formKey).isPresent()) {
            return;
        }
        Procedure procedure = require(file, processKey, actor);
        Map<String, Object> values = tasks.checkStart(processKey, raw, caseId);
        Map<String, Object> variables = new LinkedHashMap<>(procedure.start(file, values, actor));
        variables.putAll(tasks.beginBeside(file, processKey, processes.nameOf(processKey), values, formKey, actor));
        processes.start(processKey, caseId, variables);
    }

    /** Begins a procedure as the effect of another process, without a form; in the caller's transaction. */
    public void begin(String caseId, String processKey, Map<String, ?> variables) {
        visibility.lock(caseId);
        processes.start(processKey, caseId, variables);
    }

    /** Whether the procedure is under way. */
    @Transactional(readOnly = true)
    public boolean running(String caseId, String processKey) {
        return processes.running(processKey, caseId);
    }

    /** Ends the procedure where it stands: its tasks are cancelled, its limits given up. */
    public void stop(String caseId, String processKey, String reason) {
        visibility.lock(caseId);
        processes.stop(processKey, caseId, reason);
    }

    private Procedure require(CaseFile file, String processKey, Actor actor) {
        Procedure procedure = procedures
                .orderedStream()
                .filter(found -> found.processKey().equals(processKey))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PROCEDURE_UNKNOWN"));
        if (!procedure.offered(file, actor)) {
            throw Refusal.conflict("PROCEDURE_NOT_OFFERED", processes.nameOf(processKey));
        }
        return procedure;
    }
}
