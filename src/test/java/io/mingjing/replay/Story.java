package io.mingjing.replay;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An application as the seed draws it.
 *
 * @param number counts the applications of the year
 * @param refusal ground of the refusal
 * @param corrected whether the applicant is asked to correct first
 * @param open whether the review is still open when the year ends
 * @param department index of the respondent
 * @param officer index of who handles it
 * @param after what follows a decision: OPINION, ADVICE, COPY, SUIT or NONE
 */
record Story(
        int number,
        LocalDate receivedOn,
        Fate fate,
        Course course,
        @Nullable String refusal,
        boolean corrected,
        boolean open,
        String channel,
        boolean organisation,
        String actKind,
        String adminField,
        String outcome,
        String pauseGround,
        int days,
        int department,
        int officer,
        String after) {

    String applicant() {
        return organisation ? "盛阳第" + number + "商贸有限公司" : "申请人" + number;
    }

    String act() {
        return "行字〔" + receivedOn.getYear() + "〕" + number + "号行政决定";
    }
}
