package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/superior-copy.bpmn} that code may speak of: copy to the superior.
 */
public final class SuperiorCopyProcess {

    public static final String PROCESS = "superiorCopy";

    // User tasks
    public static final String REVIEW_COPY = "userTask_reviewCopy";
    public static final String REVISE_COPY = "userTask_reviseCopy";
    public static final String SIGN_COPY = "userTask_signCopy";
    public static final String ISSUE_COPY = "userTask_issueCopy";
    public static final String SERVE_COPY = "userTask_serveCopy";

    // End events
    public static final String ENDED_COPY_SENT = "endEvent_copySent";

    private SuperiorCopyProcess() {}
}
