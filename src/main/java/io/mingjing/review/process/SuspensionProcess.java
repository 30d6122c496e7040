package io.mingjing.review.process;

/** The names of {@code bpmn/review/suspension.bpmn}: 中止审理 (行政复议法 art. 39). */
public final class SuspensionProcess {

    public static final String PROCESS = "suspension";

    public static final String REVIEW_SUSPENSION = "userTask_reviewSuspension";
    public static final String SIGN_SUSPENSION = "userTask_signSuspension";
    public static final String REVISE_SUSPENSION = "userTask_reviseSuspension";
    public static final String ISSUE_SUSPENSION = "userTask_issueSuspension";
    public static final String SERVE_SUSPENSION = "userTask_serveSuspension";

    private SuspensionProcess() {}
}
