package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Archives;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 归档: number, retention class and pages of the file. */
@Component
class ArchiveCase implements TaskHandler {

    private final Archives archives;

    ArchiveCase(Archives archives) {
        this.archives = archives;
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
        archives.file(
                task.file().id(),
                ReviewProcess.PROCESS,
                answers.text("retention"),
                answers.wholeNumber("volumes"),
                answers.optionalText("note"),
                actor);
        return Map.of();
    }
}
