package io.mingjing.review;

import io.mingjing.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What review knows of a case beyond what every area shares.
 *
 * @param channel how the application came in
 * @param actName the act complained of
 * @param actKind kind of that act, a code
 * @param knownOn day on which the applicant came to know of the act; the 60 days run from it (行政复议法 art. 20)
 * @param prerequisiteGround why review is compulsory before suit (art. 23); null where it is not
 * @param documentName normative document whose review is asked for as well (art. 13)
 * @param enterprise whether the applicant is an organisation
 * @param acceptance ACCEPT, CORRECT, REFUSE, DEEMED or GIVEN_UP; null while undecided
 * @param acceptedOn legal day of acceptance, deemed or decided
 * @param replyMissing whether the respondent let its limit lapse (art. 70)
 * @param outcome how it was decided, a code of DOMAIN.md section 3.8
 * @param grounds codes of what was found
 * @param decisionOverdue whether the time for the decision lapsed before it was made
 */
public record ReviewCase(
        String caseId,
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
        boolean enterprise,
        @Nullable String acceptance,
        @Nullable String refusalGround,
        @Nullable LocalDate acceptedOn,
        boolean deemed,
        @Nullable LocalDate repliedOn,
        boolean replyMissing,
        @Nullable String viewsMethod,
        @Nullable LocalDate viewsOn,
        @Nullable String outcome,
        @Nullable String grounds,
        @Nullable LocalDate decidedOn,
        boolean decisionOverdue,
        @Nullable String performed,
        @Nullable LocalDate performedOn,
        @Nullable String archiveNo,
        @Nullable String retention,
        int version) {

    /** Accepted and not decided. */
    public boolean underReview() {
        return acceptedOn != null && decidedOn == null;
    }

    /** The day of acceptance, for steps that come after it. */
    public LocalDate requireAccepted() {
        if (acceptedOn == null) {
            throw Refusal.conflict("NOT_ACCEPTED");
        }
        return acceptedOn;
    }

    /** No decision before the respondent replied or its time to reply is over (art. 48, 54.1, 70). */
    public void requireReplyOver() {
        if (repliedOn == null && !replyMissing) {
            throw Refusal.conflict("REPLY_AWAITED");
        }
    }

    /** No decision before the parties were heard (art. 49). */
    public void requireHeard() {
        if (viewsOn == null) {
            throw Refusal.conflict("VIEWS_NOT_HEARD");
        }
    }

    public List<String> groundList() {
        return grounds == null || grounds.isBlank() ? List.of() : List.of(grounds.split(","));
    }
}
