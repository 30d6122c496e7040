package io.mingjing.review.process;

/** The names of {@code bpmn/review/resumption.bpmn}: 恢复审理 (行政复议法 art. 39.2). */
public final class ResumptionProcess {

    public static final String PROCESS = "resumption";

    public static final String REVIEW_RESUMPTION = "userTask_reviewResumption";
    public static final String SIGN_RESUMPTION = "userTask_signResumption";
    public static final String REVISE_RESUMPTION = "userTask_reviseResumption";
    public static final String ISSUE_RESUMPTION = "userTask_issueResumption";
    public static final String SERVE_RESUMPTION = "userTask_serveResumption";

    private ResumptionProcess() {}
}
