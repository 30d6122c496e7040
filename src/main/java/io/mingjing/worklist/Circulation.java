package io.mingjing.worklist;

import io.mingjing.shared.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 传阅: lets colleagues know of a task, open or done, and keeps who has read it when. */
@Service
@Transactional
public class Circulation {

    private final Parts parts;
    private final Worklist worklist;

    Circulation(Parts parts, Worklist worklist) {
        this.parts = parts;
        this.worklist = worklist;
    }

    /** Any officer who sees the task may. Refused: {@code TASK_NOT_FOUND}, {@code AUDITOR_READS} and as {@link Consultations#ask}. */
    public List<Part> circulate(String taskId, List<String> userIds, @Nullable String note, Actor actor) {
        Parts.requireWriter(actor);
        TaskRow task = worklist.visible(taskId, actor);
        return parts.ask(task, PartKind.READ, userIds, Words.optional("note", note, Words.NOTE), actor);
    }

    /** 已阅. Refused: {@code PART_NOT_FOUND}, {@code PART_NOT_YOURS}, {@code PART_ENDED}. */
    public Part read(String partId, Actor actor) {
        return parts.give(partId, PartKind.READ, null, null, actor);
    }
}
