package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/misconduct-transfer.bpmn} that code may speak of: hand-over of misconduct.
 */
public final class MisconductTransferProcess {

    public static final String PROCESS = "misconductTransfer";

    // User tasks
    public static final String REVIEW_TRANSFER = "userTask_reviewTransfer";
    public static final String REVISE_TRANSFER = "userTask_reviseTransfer";
    public static final String SIGN_TRANSFER = "userTask_signTransfer";
    public static final String ISSUE_TRANSFER = "userTask_issueTransfer";
    public static final String SERVE_TRANSFER = "userTask_serveTransfer";

    // End events
    public static final String ENDED_TRANSFER_SENT = "endEvent_transferSent";

    private MisconductTransferProcess() {}
}
