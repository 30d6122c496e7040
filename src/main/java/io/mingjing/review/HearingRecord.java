package io.mingjing.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record 听证笔录: who was there, what was said, who signed.
 *
 * @param respondentHead ATTENDED, DELEGATED or ABSENT
 * @param headExplanation why the head of the respondent could not attend
 * @param signedBy roles of the parties that signed
 */
public record HearingRecord(
        String applicantPersons,
        String respondentHead,
        @Nullable String respondentPersons,
        @Nullable String headExplanation,
        @Nullable String thirdPersons,
        String course,
        List<String> signedBy,
        @Nullable String signatureRefusal) {

    public HearingRecord {
        signedBy = List.copyOf(signedBy);
    }
}
