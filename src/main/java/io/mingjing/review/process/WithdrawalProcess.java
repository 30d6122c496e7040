package io.mingjing.review.process;

/** The names of {@code bpmn/review/withdrawal.bpmn}: 撤回申请 (行政复议法 art. 41 item 1). */
public final class WithdrawalProcess {

    public static final String PROCESS = "withdrawal";

    public static final String REVIEW_WITHDRAWAL = "userTask_reviewWithdrawal";
    public static final String SIGN_WITHDRAWAL = "userTask_signWithdrawal";
    public static final String REVISE_WITHDRAWAL = "userTask_reviseWithdrawal";
    public static final String END_BY_WITHDRAWAL = "serviceTask_endByWithdrawal";
    public static final String ISSUE_PERMISSION = "userTask_issuePermission";
    public static final String SERVE_PERMISSION = "userTask_servePermission";

    private WithdrawalProcess() {}
}
