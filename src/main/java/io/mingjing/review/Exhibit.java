package io.mingjing.review;

import io.mingjing.casefile.PartyRole;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence 证据 of a party.
 *
 * @param partyRole who handed it in; null for what the unit itself brought in
 * @param source null for what a party handed in
 * @param proves what it is meant to prove
 * @param pages null where nobody counted them
 * @param late handed in after the party's time for it, or withheld from the authority before (行政复议法 art. 46; 实施条例 art. 47)
 * @param admitted whether late evidence is admitted all the same; null while nobody decided, and for evidence in time
 * @param reason of that decision
 * @param position order in the list of the case, from 1
 */
public record Exhibit(
        String id,
        String caseId,
        @Nullable PartyRole partyRole,
        String title,
        String proves,
        @Nullable Integer pages,
        LocalDate receivedOn,
        boolean late,
        @Nullable Boolean admitted,
        @Nullable String reason,
        @Nullable String attachmentId,
        int position,
        String enteredBy,
        Instant enteredAt,
        @Nullable Source source) {

    /** What the unit itself brought in. */
    public enum Source {
        /** 勘验笔录 (行政复议法 art. 43.1 item 8). */
        INSPECTION,
        /** 鉴定意见 (item 7). */
        APPRAISAL
    }

    /** Late and not decided on. */
    public boolean undecided() {
        return late && admitted == null;
    }
}
