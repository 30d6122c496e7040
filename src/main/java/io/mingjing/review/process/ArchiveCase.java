package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 归档: number and retention class of the file. */
@Component
class ArchiveCase implements TaskHandler {

    private final Reviews reviews;

    ArchiveCase(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.ARCHIVE_CASE;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        reviews.recordArchive(task.file().id(), answers.text("archiveNumber"), answers.text("retention"), actor);
        return Map.of();
    }
}
