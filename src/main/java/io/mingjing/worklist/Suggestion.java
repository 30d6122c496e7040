package io.mingjing.worklist;

import io.mingjing.identity.Leave;
import io.mingjing.identity.Person;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom a task could be given, and why.
 *
 * @param load the open tasks weighted by the working days that are left: {@link Suggestions}
 * @param open all open tasks; those below are parts of it
 * @param overdue due day has passed
 * @param urgent due within three working days
 * @param near due within ten working days
 * @param handles a handler of the case
 * @param recused recused from the case: cannot have the task
 * @param leave a leave that runs or begins within ten days; null without
 * @param away the leave runs today
 * @param first the one that is suggested
 */
public record Suggestion(
        Person person,
        int load,
        int open,
        int overdue,
        int urgent,
        int near,
        boolean handles,
        boolean recused,
        @Nullable Leave leave,
        boolean away,
        boolean first) {

    Suggestion asFirst() {
        return new Suggestion(
                person, load, open, overdue, urgent, near, handles, recused, leave, away, !recused && !away);
    }
}
