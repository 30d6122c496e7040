package io.mingjing.worklist;

import io.mingjing.shared.Actor;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 加签: who has a task asks colleagues for a second opinion; the process does not wait for it. */
@Service
@Transactional
public class Consultations {

    private final Parts parts;
    private final Worklist worklist;

    Consultations(Parts parts, Worklist worklist) {
        this.parts = parts;
        this.worklist = worklist;
    }

    /**
     * Asks them; who has been asked and has not answered yet is not asked twice.
     *
     * <p>Refused: as by {@link Worklist#complete}, {@code COLLEAGUE_ELSEWHERE}, {@code ASSIGNEE_RECUSED}, {@code FIELDS}.
     *
     * @return everything asked about the task
     */
    public List<Part> ask(String taskId, List<String> userIds, String question, Actor actor) {
        TaskRow task = worklist.held(taskId, actor);
        return parts.ask(task, PartKind.CONSULT, userIds, Words.required("note", question, Words.NOTE), actor);
    }

    /** Gives the opinion. Refused: {@code PART_NOT_FOUND}, {@code PART_NOT_YOURS}, {@code PART_ENDED}, {@code FIELDS}. */
    public Part answer(String partId, String opinion, Actor actor) {
        return parts.give(partId, PartKind.CONSULT, null, Words.required("opinion", opinion, Words.OPINION), actor);
    }
}
