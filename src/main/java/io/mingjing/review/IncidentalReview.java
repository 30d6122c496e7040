package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The review of a document on which the act is based, incidental to the case (行政复议法 art. 13, 56 to 60).
 *
 * @param position first to last within the case
 * @param origin REQUEST of the applicant, or EX_OFFICIO (art. 57)
 * @param requestedOn day of the applicant's request
 * @param makerOrganId the maker, where it stands in the directory
 * @param competence OWN or TRANSFER; null where the request was refused
 * @param competentOrgan to whom the document is transferred
 * @param refusalGround why the request was refused
 * @param suspendedOn day from which its limits run (实施条例 art. 53.2)
 * @param answeredOn day on which the maker's answer, or the opinion of the competent organ, arrived
 * @param answerMissing whether the maker let its ten working days lapse (art. 58.1)
 * @param finding LAWFUL, BEYOND_POWERS or AGAINST_HIGHER_LAW (art. 59)
 * @param resultNo number of the notice of the result, or of the competent organ's opinion
 */
public record IncidentalReview(
        String id,
        String caseId,
        int position,
        String origin,
        @Nullable LocalDate requestedOn,
        String documentTitle,
        @Nullable String documentNumber,
        String documentKind,
        @Nullable String makerOrganId,
        String makerName,
        String clauses,
        String doubts,
        @Nullable String competence,
        @Nullable String competentOrgan,
        @Nullable String refusalGround,
        State state,
        @Nullable LocalDate suspendedOn,
        @Nullable LocalDate answeredOn,
        @Nullable String makerAnswer,
        @Nullable LocalDate explainedOn,
        boolean answerMissing,
        @Nullable String finding,
        @Nullable String unlawfulClauses,
        @Nullable String higherLaw,
        @Nullable String findingReason,
        @Nullable String resultNo,
        @Nullable LocalDate concludedOn,
        String proposedBy,
        Instant proposedAt,
        int version) {

    /** This organ reviews the document itself. */
    public static final String OWN = "OWN";

    public static final String LAWFUL = "LAWFUL";

    /** How far it has come. */
    public enum State {
        /** The suspension is proposed and not ordered yet. */
        PROPOSED,
        /** The case is suspended for it and its limits run. */
        SUSPENDED,
        CONCLUDED,
        /** The applicant's request was not admitted. */
        REFUSED,
        /** Given up with the suspension, or with the case. */
        DROPPED
    }

    public boolean open() {
        return state == State.PROPOSED || state == State.SUSPENDED;
    }

    /** Whether a clause was found to be unlawful, so that it is no longer applied (art. 59). */
    public boolean unlawful() {
        return finding != null && !finding.equals(LAWFUL);
    }

    /** 《title》（number）. */
    public String documentName() {
        return "《" + documentTitle + "》" + (documentNumber == null ? "" : "（" + documentNumber + "）");
    }

    /** How letters call the fault that was found; empty for none. */
    public String findingWord() {
        return IncidentalText.word(String.valueOf(finding));
    }

    /** To whom its letter goes: the maker, or the organ that is competent. */
    public String addressee() {
        return competentOrgan == null ? makerName : competentOrgan;
    }

    /**
     * What an officer begins it with.
     *
     * @param knew whether the applicant knew the document when applying (实施条例 art. 53.1)
     * @param basis whether the act was made on the document
     */
    public record Draft(
            String origin,
            @Nullable LocalDate requestedOn,
            boolean knew,
            String documentTitle,
            @Nullable String documentNumber,
            String documentKind,
            @Nullable String makerOrganId,
            @Nullable String makerName,
            boolean basis,
            String clauses,
            String doubts,
            @Nullable String refusalGround,
            @Nullable String competence,
            @Nullable String competentOrgan) {}

    /** What an examination, or the competent organ, found. */
    public record Finding(
            String finding,
            @Nullable String unlawfulClauses,
            @Nullable String higherLaw,
            String reason) {}
}
