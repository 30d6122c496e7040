package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 提出书面答复: the respondent's reply is in. */
@Component
class SubmitReply implements TaskHandler {

    private static final int MOST_STAFF = 2;

    private final Reviews reviews;

    SubmitReply(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.SUBMIT_REPLY;
    }

    @Override
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        requireStaff(new Answers(values).text("staffNames"));
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        requireStaff(new Answers(values).text("staffNames"));
        reviews.reply(task.file().id(), actor);
        return Map.of();
    }

    /** 实施条例 art. 18.2: one or two of its own staff; a lawyer alone does not do. */
    private static void requireStaff(String names) {
        List<String> staff = Stream.of(names.split("[、，,；;\\s]+"))
                .filter(name -> !name.isEmpty())
                .toList();
        if (staff.isEmpty() || staff.size() > MOST_STAFF) {
            throw Refusal.fields(List.of(FieldError.of("staffNames", "STAFF_ONE_OR_TWO")));
        }
        if (staff.stream().allMatch(name -> name.contains("律师"))) {
            throw Refusal.fields(List.of(FieldError.of("staffNames", "STAFF_LAWYERS_ALONE")));
        }
    }
}
