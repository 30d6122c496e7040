package io.mingjing.review;

import io.mingjing.time.Pause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matters for the intake of an application beyond what its case says: how and when it was handed in, and from when
 * the time to apply runs.
 *
 * @param adminField field of administration 管理领域, a code
 * @param makerKind who made the act, a code of {@code jurisdiction.dmn}
 * @param postedOn day of posting; for an application by post that day decides whether it is in time (民事诉讼法 art. 85.4)
 * @param agencyReceivedOn day on which the penalising agency received it (行政复议法 art. 32); the way through the agency
 *     does not count (实施条例 art. 38.2)
 * @param agencyHandling what the penalising agency did: RELAYED, or CORRECTED where it found its penalty wrong (实施条例 art.
 *     38.1)
 * @param agencyHandledOn day on which it did so
 * @param agencyNote what it corrected, in words
 * @param rightsTold whether the act told the applicant of the remedy, its organ and its time (art. 20.3)
 * @param rightsToldOn day on which the applicant was told of them later
 * @param requestedOn for failure to act: day on which the organ received the request
 * @param dutyDueOn for failure to act: last day of the time that the law sets the organ, where it sets one
 * @param urgent person or property needed protection at once (实施条例 art. 24)
 * @param windowDays time to apply under another statute, where it is longer than sixty natural days (art. 20.1)
 * @param obstacleFrom first day of force majeure or another good cause; does not count (art. 20.2)
 * @param obstacleTo day on which it had ended; counts again. For a suit brought first: day on which the dismissal was
 *     served, which does not count either
 * @param obstacleKind SUIT where the applicant was not told that review comes first and sued (实施条例 art. 26); null or
 *     CAUSE for force majeure and other good cause
 * @param realEstate the act concerns real estate: twenty years instead of five (art. 21)
 * @param respondentKept the applicant was told of a wrong respondent and kept to it (实施条例 art. 29)
 * @param electedOn day of the written election of representatives, signed by all applicants (实施条例 art. 17)
 */
public record IntakeFacts(
        @Nullable String adminField,
        @Nullable String makerKind,
        @Nullable LocalDate postedOn,
        @Nullable LocalDate agencyReceivedOn,
        @Nullable String agencyHandling,
        @Nullable LocalDate agencyHandledOn,
        @Nullable String agencyNote,
        @Nullable KnownHow knownHow,
        boolean rightsTold,
        @Nullable LocalDate rightsToldOn,
        @Nullable LocalDate requestedOn,
        @Nullable LocalDate dutyDueOn,
        boolean urgent,
        @Nullable Integer windowDays,
        @Nullable String windowStatute,
        @Nullable LocalDate obstacleFrom,
        @Nullable LocalDate obstacleTo,
        @Nullable String obstacleReason,
        @Nullable String obstacleKind,
        boolean realEstate,
        boolean respondentKept,
        @Nullable LocalDate electedOn,
        int version) {

    private static final String SUIT = "SUIT";
    private static final String CORRECTED = "CORRECTED";

    /** Nothing is known but that the applicant was told of the remedy, as the law demands. */
    public static final IntakeFacts NONE = new IntakeFacts(
            null, null, null, null, null, null, null, null, true, null, null, null, false, null, null, null, null, null,
            null, false, false, null, 0);

    /** Nothing is known but the field of administration. */
    static IntakeFacts of(@Nullable String adminField) {
        return new IntakeFacts(
                adminField,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                0);
    }

    /**
     * What an applicant says of the act without the desk.
     *
     * @param requestedOn for failure to act
     */
    public static IntakeFacts said(@Nullable KnownHow knownHow, boolean rightsTold, @Nullable LocalDate requestedOn) {
        return new IntakeFacts(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                knownHow,
                rightsTold,
                null,
                requestedOn,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                null,
                0);
    }

    /**
     * The day that counts for the time to apply: handed to the agency, posted, else received. Where the agency corrected its
     * penalty and the applicant applies all the same, the new application counts (实施条例 art. 38.2).
     */
    public LocalDate filedOn(LocalDate receivedOn) {
        if (agencyReceivedOn != null && !corrected()) {
            return agencyReceivedOn;
        }
        return postedOn == null ? receivedOn : postedOn;
    }

    /** What does not count for the time to apply (行政复议法 art. 20.2; 实施条例 art. 26, 38.2). */
    List<Pause> pauses() {
        List<Pause> pauses = new ArrayList<>();
        if (obstacleFrom != null) {
            LocalDate to = obstacleTo != null && SUIT.equals(obstacleKind) ? obstacleTo.plusDays(1) : obstacleTo;
            pauses.add(new Pause(obstacleFrom, to, obstacleReason));
        }
        if (agencyReceivedOn != null && agencyHandledOn != null && corrected()) {
            pauses.add(new Pause(agencyReceivedOn, agencyHandledOn.plusDays(1), agencyNote));
        }
        return pauses;
    }

    private boolean corrected() {
        return CORRECTED.equals(agencyHandling);
    }

    IntakeFacts handled(String handling, LocalDate on, @Nullable String note) {
        return new IntakeFacts(
                adminField,
                makerKind,
                postedOn,
                agencyReceivedOn,
                handling,
                on,
                note,
                knownHow,
                rightsTold,
                rightsToldOn,
                requestedOn,
                dutyDueOn,
                urgent,
                windowDays,
                windowStatute,
                obstacleFrom,
                obstacleTo,
                obstacleReason,
                obstacleKind,
                realEstate,
                respondentKept,
                electedOn,
                version);
    }

    IntakeFacts elected(LocalDate on) {
        return with(respondentKept, on);
    }

    IntakeFacts keepingRespondent(boolean kept) {
        return with(kept, electedOn);
    }

    private IntakeFacts with(boolean kept, @Nullable LocalDate elected) {
        return new IntakeFacts(
                adminField,
                makerKind,
                postedOn,
                agencyReceivedOn,
                agencyHandling,
                agencyHandledOn,
                agencyNote,
                knownHow,
                rightsTold,
                rightsToldOn,
                requestedOn,
                dutyDueOn,
                urgent,
                windowDays,
                windowStatute,
                obstacleFrom,
                obstacleTo,
                obstacleReason,
                obstacleKind,
                realEstate,
                kept,
                elected,
                version);
    }
}
