package io.mingjing.portal;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.PartyRole;
import io.mingjing.review.Evidence;
import io.mingjing.review.NewExhibit;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts what an organ gathered for its reply on the list of evidence of a review; elsewhere there is no such list. */
@Component
class OrganEvidence {

    private final Cases cases;
    private final Evidence evidence;

    OrganEvidence(Cases cases, Evidence evidence) {
        this.cases = cases;
        this.evidence = evidence;
    }

    /** @param filed ids of the attachments by id of the piece */
    void handIn(String caseId, List<OrganChains.Piece> pieces, Map<String, String> filed, Actor actor) {
        if (cases.require(caseId).area() != Area.REVIEW) {
            return;
        }
        for (OrganChains.Piece piece : pieces) {
            evidence.add(
                    caseId,
                    new NewExhibit(
                            PartyRole.RESPONDENT,
                            piece.name(),
                            piece.proves(),
                            piece.pages(),
                            null,
                            false,
                            filed.get(piece.id())),
                    actor);
        }
    }
}
