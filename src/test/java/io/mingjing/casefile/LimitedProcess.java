package io.mingjing.casefile;

import io.mingjing.engine.Processes;
import io.mingjing.engine.Processes.OpenTask;
import io.mingjing.engine.Processes.Timer;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;

/** The small process of these tests: one step inside a limit of 60 days, then one of the respondent. */
final class LimitedProcess {

    static final String KEY = "limited";

    private final Processes processes;

    LimitedProcess(RepositoryService repository, Processes processes) {
        this.processes = processes;
        repository
                .createDeployment()
                .name("casefile-test")
                .source("test")
                .enableDuplicateFiltering(false)
                .addClasspathResource("casefile/limited.bpmn")
                .addClasspathResource("casefile/aside.bpmn")
                .addClasspathResource("casefile/decide.form")
                .deploy();
    }

    void start(String caseId) {
        processes.start(KEY, caseId, Map.of());
    }

    OpenTask task(String caseId) {
        List<OpenTask> open = processes.openTasks(caseId);
        if (open.size() != 1) {
            throw new AssertionError("one open task expected: " + open);
        }
        return open.get(0);
    }

    List<Timer> timers(String caseId) {
        return processes.timers().stream()
                .filter(timer -> timer.caseId().equals(caseId))
                .toList();
    }
}
