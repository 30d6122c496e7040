package io.mingjing.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricActivityInstanceEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a trace from the engine's history. The history knows no sequence flows: a flow counts as taken when, of all nodes
 * with a flow into a visited node, its source was the last one left before that visit.
 */
class TraceReader {

    private static final Comparator<HistoricActivityInstance> ORDER = Comparator.comparing(
                    HistoricActivityInstance::getStartTime)
            .thenComparing(visit -> ((HistoricActivityInstanceEntity) visit).getSequenceCounter());

    private final HistoryService history;
    private final RepositoryService repository;

    TraceReader(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    Trace read(String instanceId, String definitionId) {
        List<HistoricActivityInstance> visits = visits(instanceId);
        Set<String> current = visits.stream()
                .filter(visit -> visit.getEndTime() == null)
                .filter(visit -> !visit.getActivityType().equals("subProcess"))
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Trace(
                visits.stream().map(TraceReader::visit).toList(),
                current,
                flows(visits, repository.getBpmnModelInstance(definitionId)));
    }

    private List<HistoricActivityInstance> visits(String instanceId) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instanceId).list().stream()
                .sorted(ORDER)
                .toList();
    }

    /** The visit that a task makes to its node. */
    HistoricActivityInstance ofTask(String instanceId, String taskId) {
        return visits(instanceId).stream()
                .filter(visit -> taskId.equals(visit.getTaskId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("task " + taskId + " has no visit"));
    }

    /**
     * Completed tasks before an open one in the scope around it, the latest first, each node once; nothing from before
     * the last ended sub-process that spans a limit.
     */
    List<HistoricActivityInstance> completedBefore(String instanceId, String taskId, Predicate<String> limited) {
        List<HistoricActivityInstance> all = visits(instanceId);
        HistoricActivityInstance own = ofTask(instanceId, taskId);
        Map<String, HistoricActivityInstance> found = new LinkedHashMap<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            HistoricActivityInstance visit = all.get(i);
            boolean beside = own.getParentActivityInstanceId().equals(visit.getParentActivityInstanceId());
            if (!beside || ORDER.compare(visit, own) >= 0) {
                continue;
            }
            if (visit.getActivityType().equals("subProcess") && limited.test(visit.getActivityId())) {
                break;
            }
            if (visit.getTaskId() != null
                    && visit.getEndTime() != null
                    && !visit.isCanceled()
                    && !visit.getActivityId().equals(own.getActivityId())) {
                found.putIfAbsent(visit.getActivityId(), visit);
            }
        }
        return List.copyOf(found.values());
    }

    private static Trace.Visit visit(HistoricActivityInstance visit) {
        return new Trace.Visit(
                visit.getActivityId(),
                visit.getActivityName(),
                visit.getActivityType(),
                visit.getStartTime().toInstant(),
                visit.getEndTime() == null ? null : visit.getEndTime().toInstant(),
                visit.isCanceled());
    }

    private static Set<String> flows(List<HistoricActivityInstance> visits, BpmnModelInstance model) {
        Collection<SequenceFlow> all = model.getModelElementsByType(SequenceFlow.class);
        Set<String> taken = new LinkedHashSet<>();
        for (int i = 0; i < visits.size(); i++) {
            HistoricActivityInstance arrival = visits.get(i);
            List<SequenceFlow> into = all.stream()
                    .filter(flow -> flow.getTarget().getId().equals(arrival.getActivityId()))
                    .toList();
            String from = lastLeft(visits.subList(0, i), arrival, into);
            into.stream()
                    .filter(flow -> flow.getSource().getId().equals(from))
                    .map(SequenceFlow::getId)
                    .forEach(taken::add);
        }
        return taken;
    }

    private static @Nullable String lastLeft(
            List<HistoricActivityInstance> before, HistoricActivityInstance arrival, List<SequenceFlow> into) {
        Set<String> sources =
                into.stream().map(flow -> flow.getSource().getId()).collect(Collectors.toSet());
        for (int i = before.size() - 1; i >= 0; i--) {
            HistoricActivityInstance visit = before.get(i);
            boolean left = visit.getEndTime() != null && !visit.isCanceled();
            if (left
                    && sources.contains(visit.getActivityId())
                    && visit.getParentActivityInstanceId().equals(arrival.getParentActivityInstanceId())) {
                return visit.getActivityId();
            }
        }
        return null;
    }
}
