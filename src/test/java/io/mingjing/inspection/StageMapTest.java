package io.mingjing.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StageMapTest {

    @Test
    void theStagesOfReviewStandInTheirOrder() throws IOException {
        StageMap map = read("bpmn/review/administrative-review.bpmn", "administrativeReview");

        assertThat(map.stages())
                .containsExactly(
                        "register", "intake", "reply", "hearing", "decision", "service", "performance", "archive");
    }

    @Test
    void aTaskInheritsTheStageOfItsSubProcessUnlessItHasItsOwn() throws IOException {
        StageMap map = read("bpmn/review/administrative-review.bpmn", "administrativeReview");

        assertThat(map.ofActivity())
                .containsEntry("userTask_reviewAcceptance", "intake")
                .containsEntry("userTask_submitReply", "reply")
                .containsEntry("userTask_hearViews", "hearing")
                .containsEntry("userTask_archiveCase", "archive");
    }

    @Test
    void aModelWithoutThatProcessHasNoStages() throws IOException {
        StageMap map = read("bpmn/review/administrative-review.bpmn", "somethingElse");

        assertThat(map.stages()).isEmpty();
        assertThat(map.ofActivity()).isEmpty();
    }

    private static StageMap read(String model, String process) throws IOException {
        return StageMap.of(Files.readString(Path.of(model)), process);
    }
}
