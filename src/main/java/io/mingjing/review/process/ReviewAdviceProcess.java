package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/review-advice.bpmn} that code may speak of: advice letter.
 */
public final class ReviewAdviceProcess {

    public static final String PROCESS = "reviewAdvice";

    // User tasks
    public static final String REVIEW_ADVICE = "userTask_reviewAdvice";
    public static final String REVISE_ADVICE = "userTask_reviseAdvice";
    public static final String ISSUE_ADVICE = "userTask_issueAdvice";
    public static final String SERVE_ADVICE = "userTask_serveAdvice";

    // End events
    public static final String ENDED_ADVICE_SENT = "endEvent_adviceSent";

    private ReviewAdviceProcess() {}
}
