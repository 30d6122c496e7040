package io.mingjing.review.process;

import static io.mingjing.review.process.CaseArchivingProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CaseArchivingProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/case-archiving.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void whatIsFiledGoesToTheArchive() {
        ProcessInstance running = model.start();
        assertThat(model.openTasks()).containsExactly(FILE_CASE);
        model.complete(FILE_CASE);
        assertThat(running).isEnded().hasPassed(ARCHIVE, "endEvent_filed");
        assertThat(model.ran()).containsExactly("archiveCaseTask");
    }
}
