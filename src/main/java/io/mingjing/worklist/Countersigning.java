package io.mingjing.worklist;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 会签: named people sign a task, agreeing or not, before it can be completed. */
@Service
@Transactional
public class Countersigning {

    private final Parts parts;
    private final Worklist worklist;

    Countersigning(Parts parts, Worklist worklist) {
        this.parts = parts;
        this.worklist = worklist;
    }

    /** Asks for their signatures; from now on the task waits for them. Refused as {@link Consultations#ask}. */
    public List<Part> ask(String taskId, List<String> userIds, String question, Actor actor) {
        TaskRow task = worklist.held(taskId, actor);
        return parts.ask(task, PartKind.SIGN, userIds, Words.required("note", question, Words.NOTE), actor);
    }

    /**
     * Signs. Whoever disagrees has signed too: what follows from it is for who has the task to decide.
     *
     * <p>Refused: {@code PART_NOT_FOUND}, {@code PART_NOT_YOURS}, {@code PART_ENDED}, {@code FIELDS}.
     */
    public Part sign(String partId, @Nullable Stand stand, String reason, Actor actor) {
        if (stand == null) {
            throw Refusal.fields(List.of(FieldError.of("stand", "REQUIRED")));
        }
        return parts.give(partId, PartKind.SIGN, stand, Words.required("opinion", reason, Words.OPINION), actor);
    }
}
