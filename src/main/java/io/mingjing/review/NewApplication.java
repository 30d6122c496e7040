package io.mingjing.review;

import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application for review as registered (行政复议法 art. 22; 实施条例 art. 27).
 *
 * @param receivedOn day on which it reached the organ; the five working days run from it
 * @param knownOn day on which the applicant came to know of the act; unknown where the organ did not act at all
 * @param parties one applicant at least, and exactly one respondent: an organ of the tree, or an organisation that the
 *     applicant could only name
 */
public record NewApplication(
        LocalDate receivedOn,
        String channel,
        String actName,
        @Nullable String actNumber,
        String actKind,
        @Nullable LocalDate actMadeOn,
        @Nullable LocalDate knownOn,
        String requests,
        String reasons,
        @Nullable String prerequisiteGround,
        @Nullable String documentName,
        boolean compensation,
        List<NewParty> parties) {

    public NewApplication {
        parties = List.copyOf(parties);
    }

    boolean byOrganisation() {
        return parties.stream()
                .anyMatch(party -> party.role() == PartyRole.APPLICANT && party.kind() == PartyKind.ORGANISATION);
    }

    ReviewCase toCase(String caseId) {
        return new ReviewCase(
                caseId,
                channel,
                actName,
                actNumber,
                actKind,
                actMadeOn,
                knownOn,
                requests,
                reasons,
                prerequisiteGround,
                documentName,
                compensation,
                byOrganisation(),
                null,
                null,
                null,
                false,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                0);
    }
}
