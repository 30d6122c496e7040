package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site inspection 现场勘验 or an expert appraisal 鉴定 of a review (行政复议法 art. 43, 45; 实施条例 art. 45, 46).
 *
 * @param askedBy role of the party that asked for the appraisal
 * @param chosenHow AGREED by the parties or DESIGNATED by the unit
 * @param approver name of the head of the unit who agreed
 * @param beganOn first day of the inspection; day on which the institution was entrusted
 * @param endedOn last day of the inspection; day on which the opinion arrived
 * @param findings the record 勘验笔录, or the opinion 鉴定意见
 * @param signedBy who signed the record, parted by commas
 * @param excludedFrom first day that does not count; null where the clock did not run
 * @param excludedTo first day that counts again
 */
public record Inspection(
        String id,
        String caseId,
        Ground ground,
        State state,
        String matters,
        String reason,
        @Nullable LocalDate siteOn,
        @Nullable String siteTime,
        @Nullable String sitePlace,
        @Nullable String askedBy,
        @Nullable LocalDate askedOn,
        @Nullable String institution,
        @Nullable String chosenHow,
        @Nullable String feePayer,
        @Nullable String contact,
        @Nullable String approver,
        @Nullable LocalDate beganOn,
        @Nullable LocalDate endedOn,
        @Nullable String inspectorNames,
        @Nullable String presentPersons,
        @Nullable String findings,
        @Nullable String signedBy,
        @Nullable String signatureRefusal,
        @Nullable String opinionNo,
        @Nullable LocalDate excludedFrom,
        @Nullable LocalDate excludedTo,
        String proposedBy,
        Instant proposedAt,
        int version) {

    /** Which it is; also the ground of the excluded time. */
    public enum Ground {
        SITE,
        APPRAISAL
    }

    /** How far it has come. */
    public enum State {
        PROPOSED,
        APPROVED,
        /** The institution has the entrusting letter; the clock stands still. */
        ENTRUSTED,
        DONE,
        DROPPED
    }

    /** Whether nothing more is to come of it. */
    public boolean over() {
        return state == State.DONE || state == State.DROPPED;
    }

    /** What an officer proposes. */
    public record Proposal(
            Ground ground,
            String matters,
            String reason,
            @Nullable LocalDate siteOn,
            @Nullable String siteTime,
            @Nullable String sitePlace,
            @Nullable String askedBy,
            @Nullable LocalDate askedOn,
            @Nullable String institution,
            @Nullable String chosenHow,
            @Nullable String feePayer,
            @Nullable String contact) {}

    /** The record of a site inspection. @param inspectors names */
    public record SiteRecord(
            LocalDate beganOn,
            LocalDate endedOn,
            List<String> inspectors,
            String presentPersons,
            String findings,
            List<String> signedBy,
            @Nullable String signatureRefusal) {
        public SiteRecord {
            inspectors = List.copyOf(inspectors);
            signedBy = List.copyOf(signedBy);
        }
    }
}
