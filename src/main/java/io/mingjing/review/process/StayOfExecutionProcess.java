package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/stay-of-execution.bpmn} that code may speak of: stay of execution.
 */
public final class StayOfExecutionProcess {

    public static final String PROCESS = "stayOfExecution";

    // User tasks
    public static final String REVIEW_STAY = "userTask_reviewStay";
    public static final String REVISE_STAY = "userTask_reviseStay";
    public static final String SIGN_STAY = "userTask_signStay";
    public static final String ISSUE_STAY = "userTask_issueStay";
    public static final String SERVE_STAY = "userTask_serveStay";
    public static final String LIFT_STAY = "userTask_liftStay";
    public static final String REVIEW_LIFTING = "userTask_reviewLifting";
    public static final String REVISE_LIFTING = "userTask_reviseLifting";
    public static final String SIGN_LIFTING = "userTask_signLifting";
    public static final String ISSUE_LIFTING = "userTask_issueLifting";
    public static final String SERVE_LIFTING = "userTask_serveLifting";

    // End events
    public static final String ENDED_STAY_EXPIRED = "endEvent_stayExpired";
    public static final String ENDED_STAY_LIFTED = "endEvent_stayLifted";

    private StayOfExecutionProcess() {}
}
