package io.mingjing.casefile;

import io.mingjing.document.Letters;
import io.mingjing.shared.Actor;
import io.mingjing.shared.event.LetterIssued;
import io.mingjing.shared.event.LetterServed;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Duties that an issued letter leaves open: the home page counts their cases, the case search lists them. Written in the
 * transaction of the act that opens or ends the duty.
 */
@Service
@Transactional
public class PendingDuties {

    private final PendingMapper mapper;
    private final CaseVisibility visibility;
    private final Letters letters;

    PendingDuties(PendingMapper mapper, CaseVisibility visibility, Letters letters) {
        this.mapper = mapper;
        this.visibility = visibility;
        this.letters = letters;
    }

    /**
     * Cases in the reader's scope with a duty of that kind; each exact to 999, 1000 means “999+”.
     *
     * @param unserved 未送达
     * @param unsignedOrders 未签收
     */
    public record Counts(int unserved, int unsignedOrders) {

        /** For whoever sees no case. */
        public static final Counts NONE = new Counts(0, 0);
    }

    /** How many cases in scope have such a duty, in one statement. */
    @Transactional(readOnly = true)
    public Counts count(Actor actor) {
        return actor.organId() == null ? Counts.NONE : mapper.count(visibility.scope(actor));
    }

    /** Whether the case has such a duty. */
    @Transactional(readOnly = true)
    public boolean open(String caseId, PendingKind kind) {
        return mapper.countOfCase(caseId, kind) > 0;
    }

    /** Opens a duty; once more is no error. */
    public void begin(PendingKind kind, String caseId, String letterId, LocalDate since) {
        if (mapper.countOfLetter(letterId, kind) == 0) {
            mapper.insert(letterId, kind, caseId, since);
        }
    }

    /** Ends the duties of that kind of a case. */
    public void end(PendingKind kind, String caseId) {
        mapper.deleteOfCase(caseId, kind);
    }

    @EventListener
    void on(LetterIssued letter) {
        if (!letters.allServed(letter.letterId())) {
            begin(PendingKind.UNSERVED, letter.caseId(), letter.letterId(), letter.issuedOn());
        }
    }

    @EventListener
    void on(LetterServed letter) {
        if (letter.allServed()) {
            mapper.delete(letter.letterId(), PendingKind.UNSERVED);
        }
    }
}
