package io.mingjing.review.process;

import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.review.ReviewDecisions;
import io.mingjing.shared.event.LetterServed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The periods that a decision sets run from its service on the respondent. */
@Component
class DecisionServed {

    private static final String LETTER = "decision";

    private final Parties parties;
    private final ReviewDecisions decisions;

    DecisionServed(Parties parties, ReviewDecisions decisions) {
        this.parties = parties;
        this.decisions = decisions;
    }

    @EventListener
    void on(LetterServed served) {
        if (served.type().equals(LETTER)
                && parties.of(served.caseId(), PartyRole.RESPONDENT).stream()
                        .anyMatch(party -> party.id().equals(served.recipientId()))) {
            decisions.servedOnRespondent(served.caseId(), served.servedOn());
        }
    }
}
