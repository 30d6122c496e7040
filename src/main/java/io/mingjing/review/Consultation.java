package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One consultation of the review committee 委员会咨询 on a case (行政复议法 art. 52).
 *
 * @param position order among the consultations of the case, from 1
 * @param compulsory whether the law left no choice when it was proposed
 * @param grounds codes of {@link ConsultationDuty.Ground}, comma-separated; empty for an optional one
 * @param approval what the head of the unit wrote
 * @param manner MEETING or WRITTEN
 * @param plannedOn day of the meeting, or by which the members were asked to write
 * @param members names of the invited, 、 between them
 * @param keptOut members not invited for a relation to the case, with it
 * @param attended names of those who gave their opinion
 * @param differences dissenting opinions
 * @param paperId attachment of 委员会咨询意见书 in the secondary part of the file
 * @param adoption what the draft of the decision made of it: ADOPTED, PARTLY or REJECTED; null before the draft
 * @param explanation why it was not adopted, or not wholly (实施条例 art. 52)
 * @param remark why it was put off or stopped
 */
public record Consultation(
        String id,
        String caseId,
        int position,
        State state,
        boolean compulsory,
        String grounds,
        String questions,
        String documents,
        @Nullable String approval,
        @Nullable String manner,
        @Nullable LocalDate plannedOn,
        @Nullable String place,
        @Nullable String members,
        @Nullable String keptOut,
        @Nullable LocalDate givenOn,
        @Nullable String attended,
        @Nullable Integer votesFor,
        @Nullable Integer votesAgainst,
        @Nullable Integer abstentions,
        @Nullable String opinion,
        @Nullable String differences,
        @Nullable String paperId,
        @Nullable String adoption,
        @Nullable String explanation,
        @Nullable String remark,
        String proposedBy,
        Instant proposedAt,
        int version) {

    /** Where it stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        REFUSED,
        /** The members are invited. */
        INVITED,
        /** The opinion is on file. */
        GIVEN,
        /** The case ended first. */
        STOPPED
    }

    /** Whether nothing more can come of it. */
    public boolean over() {
        return state == State.REFUSED || state == State.GIVEN || state == State.STOPPED;
    }

    /** The grounds one by one. */
    public List<String> groundList() {
        return Stream.of(grounds.split(",")).filter(code -> !code.isEmpty()).toList();
    }

    /** The invited one by one. */
    List<String> memberList() {
        return members == null ? List.of() : List.of(members.split("、"));
    }
}
