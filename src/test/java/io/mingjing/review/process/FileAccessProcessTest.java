package io.mingjing.review.process;

import static io.mingjing.review.process.FileAccessProcess.ACCESS;
import static io.mingjing.review.process.FileAccessProcess.DECIDE_FILE_ACCESS;
import static io.mingjing.review.process.FileAccessProcess.ENDED_GRANTED;
import static io.mingjing.review.process.FileAccessProcess.ENDED_REFUSED;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FileAccessProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/file-access.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void accessIsGranted() {
        ProcessInstance running = model.start();
        model.complete(DECIDE_FILE_ACCESS, ACCESS, "GRANT");
        assertThat(running).isEnded().hasPassed(ENDED_GRANTED).hasNotPassed(ENDED_REFUSED);
    }

    @Test
    void accessIsRefused() {
        ProcessInstance running = model.start();
        model.complete(DECIDE_FILE_ACCESS, ACCESS, "REFUSE");
        assertThat(running).isEnded().hasPassed(ENDED_REFUSED).hasNotPassed(ENDED_GRANTED);
    }
}
