package io.mingjing.review.web;

import io.mingjing.casefile.TaskAside;
import io.mingjing.casefile.TaskContext;
import io.mingjing.review.RecusalRequests;
import io.mingjing.review.process.RecusalProcess;
import io.mingjing.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Beside the decision on 回避 and its answer: what was asked, and what the table says to it. */
@Component
class RecusalAside implements TaskAside {

    private static final Set<String> STEPS = Set.of(
            RecusalProcess.DECIDE_RECUSAL,
            RecusalProcess.DECIDE_HEAD_RECUSAL,
            RecusalProcess.DRAFT_ANSWER,
            RecusalProcess.APPROVE_ANSWER);

    private final RecusalRequests requests;

    RecusalAside(RecusalRequests requests) {
        this.requests = requests;
    }

    @Override
    public boolean shown(TaskContext task) {
        return STEPS.contains(task.taskKey());
    }

    @Override
    public String view() {
        return "review/recusal :: tab";
    }

    @Override
    public Map<String, Object> model(TaskContext task, Actor actor) {
        return Map.of(
                "recusalRequests", requests.last(task.file().id()).map(List::of).orElse(List.of()));
    }
}
