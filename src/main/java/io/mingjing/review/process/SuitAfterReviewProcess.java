package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/suit-after-review.bpmn} that code may speak of: suit.
 */
public final class SuitAfterReviewProcess {

    public static final String PROCESS = "suitAfterReview";

    // User tasks
    public static final String RECORD_SUIT_RESULT = "userTask_recordSuitResult";

    // End events
    public static final String ENDED_SUIT_OVER = "endEvent_suitOver";

    private SuitAfterReviewProcess() {}
}
