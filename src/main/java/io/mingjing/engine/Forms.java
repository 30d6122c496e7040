package io.mingjing.engine;

import io.mingjing.engine.Field.Type;
import io.mingjing.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The forms of start events and tasks, in the version that was deployed together with the model of the running case. */
@Service
public class Forms {

    private final RepositoryService repository;
    private final Definitions definitions;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final FormReader reader;
    private final FormCheck check;
    private final Map<String, Form> known = new ConcurrentHashMap<>();

    Forms(
            ProcessEngine engine,
            RepositoryService repository,
            TaskService tasks,
            Definitions definitions,
            FormReader reader,
            FormCheck check) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.repository = repository;
        this.tasks = tasks;
        this.definitions = definitions;
        this.reader = reader;
        this.check = check;
    }

    /**
     * The form of an open task.
     *
     * @throws Refusal {@code TASK_GONE} if it is not open any more
     */
    public Form ofTask(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw Refusal.conflict("TASK_GONE");
        }
        return ofNode(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }

    /** The form of a task that has been read already. */
    public Form ofTask(Processes.OpenTask task) {
        return ofNode(task.processDefinitionId(), task.definitionKey());
    }

    private Form ofNode(String definitionId, String key) {
        ProcessDefinitionEntity definition = definitions.get(definitionId);
        TaskDefinition node = definition.getTaskDefinitions().get(key);
        return form(definition, node == null ? null : node.getCamundaFormDefinitionKey());
    }

    /** The form with which a case of this kind begins, in the newest version. */
    public Form ofStart(String processKey) {
        ProcessDefinitionEntity definition = definitions.get(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult()
                .getId());
        return form(definition, definition.getStartFormDefinition().getCamundaFormDefinitionKey());
    }

    /** A form as it was in a certain version: for submissions that are read later. */
    public Form of(String formId, int version) {
        return known.computeIfAbsent(
                formId + "#" + version,
                key -> load(run(context -> context.getCamundaFormDefinitionManager()
                        .findDefinitionByKeyVersionAndTenantId(formId, version, null))));
    }

    private Form form(ProcessDefinitionEntity definition, @Nullable Expression key) {
        if (key == null) {
            throw new IllegalStateException(definition.getId() + " has a node without a form");
        }
        String formId = key.getExpressionText();
        String deployment = definition.getDeploymentId();
        return known.computeIfAbsent(
                deployment + "/" + formId,
                place -> load(run(context -> context.getCamundaFormDefinitionManager()
                        .findDefinitionByDeploymentAndKey(deployment, formId))));
    }

    private CamundaFormDefinitionEntity run(Command<CamundaFormDefinitionEntity> command) {
        return Objects.requireNonNull(engine.getCommandExecutorTxRequired().execute(command), "no such form");
    }

    private Form load(CamundaFormDefinitionEntity definition) {
        try (InputStream json =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            List<String> problems = new ArrayList<>();
            Form form = reader.read(
                    new String(json.readAllBytes(), StandardCharsets.UTF_8),
                    definition.getResourceName(),
                    definition.getVersion(),
                    problems);
            if (!problems.isEmpty()) {
                throw new IllegalStateException(String.join("\n", problems));
            }
            return form;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link #validate(Form, Map, Map)} for a form whose dates are not bound to the case. */
    public Map<String, Object> validate(Form form, Map<String, ?> raw) {
        return validate(form, raw, Map.of());
    }

    /**
     * Checks what was filled in and gives it its types: String, BigDecimal, LocalDate, Boolean, List of String. Texts come
     * as they are sent by a page or by the API. Fields that are hidden, read-only, unknown or empty do not appear in the
     * answer; a checkbox that is not ticked is false.
     *
     * @param keyDates key dates of the case by name, for the property {@code notBefore}
     * @throws Refusal {@code FIELDS} with an error for each wrong field
     */
    public Map<String, Object> validate(Form form, Map<String, ?> raw, Map<String, LocalDate> keyDates) {
        return check.validate(form, raw, keyDates);
    }

    /** Keys of the fields, notes included, that are hidden with these values; for a form that is still being filled in. */
    public Set<String> hidden(Form form, Map<String, ?> raw) {
        return check.hidden(form, raw);
    }

    /** Values with which an empty form opens. */
    public Map<String, Object> defaults(Form form) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (field.defaultValue() != null && field.type() != Type.NOTE) {
                values.put(field.key(), field.defaultValue());
            }
        }
        return values;
    }
}
