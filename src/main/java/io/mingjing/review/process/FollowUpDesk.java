package io.mingjing.review.process;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.document.LetterType;
import io.mingjing.document.LetterTypes;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.engine.Processes;
import io.mingjing.review.FollowUps;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the procedures beside and after a decision have in common: when they are offered and how their letters begin. */
@Component
class FollowUpDesk {

    private final FollowUps followUps;
    private final CaseLetters caseLetters;
    private final Letters letters;
    private final LetterTypes types;
    private final Processes processes;

    FollowUpDesk(
            FollowUps followUps, CaseLetters caseLetters, Letters letters, LetterTypes types, Processes processes) {
        this.followUps = followUps;
        this.caseLetters = caseLetters;
        this.letters = letters;
        this.types = types;
        this.processes = processes;
    }

    /** Offered to the officers of a case that was decided or mediated, until it is archived, one at a time. */
    boolean offeredAfterwards(CaseFile file, String processKey, Actor actor) {
        return actor.has(Role.REVIEW_OFFICER) && followUps.open(file) && !processes.running(processKey, file.id());
    }

    /** A suit may also follow a refusal, a dismissal or silence (行政复议法 art. 34). */
    boolean offeredForSuit(CaseFile file, String processKey, Actor actor) {
        return actor.has(Role.REVIEW_OFFICER)
                && followUps.suitPossible(file)
                && !processes.running(processKey, file.id());
    }

    /** Drafts a letter from those values of a form that are fields of it. */
    void draft(CaseFile file, String letter, Map<String, Object> values, Map<String, ?> more, Actor actor) {
        caseLetters.draft(file.id(), letter, fields(letter, values, more), actor);
    }

    /** The same for a letter to somebody who is no party of the case. */
    void draftTo(CaseFile file, String letter, String addressee, Map<String, Object> values, Actor actor) {
        letters.draft(
                file.id(),
                letter,
                fields(letter, values, Map.of("addressee", addressee)),
                List.of(new Recipient(Ids.next(), addressee, "ADDRESSEE")),
                actor);
    }

    private Map<String, Object> fields(String letter, Map<String, Object> values, Map<String, ?> more) {
        LetterType type = types.get(letter);
        Map<String, Object> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null && type.field(name).isPresent()) {
                fields.put(name, value);
            }
        });
        fields.putAll(more);
        return fields;
    }
}
