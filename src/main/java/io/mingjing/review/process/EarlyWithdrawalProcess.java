package io.mingjing.review.process;

/** The names of {@code bpmn/review/early-withdrawal.bpmn}: 受理前撤回 (行政复议法 art. 74). */
public final class EarlyWithdrawalProcess {

    public static final String PROCESS = "earlyWithdrawal";

    public static final String APPROVE_EARLY_WITHDRAWAL = "userTask_approveEarlyWithdrawal";
    public static final String END_BY_EARLY_WITHDRAWAL = "serviceTask_endByEarlyWithdrawal";

    private EarlyWithdrawalProcess() {}
}
