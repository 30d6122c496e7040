package io.mingjing.review.process;

/** The names of {@code bpmn/review/dismissal.bpmn}: 驳回申请 (行政复议法 art. 33). */
public final class DismissalProcess {

    public static final String PROCESS = "dismissal";

    public static final String REVIEW_DISMISSAL = "userTask_reviewDismissal";
    public static final String SIGN_DISMISSAL = "userTask_signDismissal";
    public static final String REVISE_DISMISSAL = "userTask_reviseDismissal";
    public static final String END_BY_DISMISSAL = "serviceTask_endByDismissal";

    private DismissalProcess() {}
}
