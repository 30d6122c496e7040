package io.mingjing.supervision.process;

/**
 * The names of the supervision order: the ids of
 * {@code bpmn/supervision/supervision-order.bpmn} that code may speak of.
 */
public final class SupervisionOrderProcess {

    public static final String PROCESS = "supervisionOrder";

    // Start event
    public static final String LIGHT_TURNED_RED = "startEvent_lightTurnedRed";

    // Sub-processes
    public static final String AWAIT_REPLY = "subProcess_awaitReply";

    // User tasks
    public static final String DRAFT_ORDER = "userTask_draftOrder";
    public static final String APPROVE_ORDER = "userTask_approveOrder";
    public static final String ISSUE_ORDER = "userTask_issueOrder";
    public static final String SERVE_ORDER = "userTask_serveOrder";
    public static final String SIGN_ORDER = "userTask_signOrder";
    public static final String REPLY_ORDER = "userTask_replyOrder";
    public static final String REVIEW_REPLY = "userTask_reviewReply";

    // Service tasks
    public static final String ESCALATE_OVERDUE = "serviceTask_escalateOverdue";
    public static final String CLOSE_ORDER = "serviceTask_closeOrder";

    // Timers
    public static final String REPLY_OVERDUE = "event_replyOverdue";

    // End events
    public static final String OVERDUE_ESCALATED = "endEvent_overdueEscalated";
    public static final String CLOSED = "endEvent_closed";

    // Variables that the gateways read
    /** What the approver said: APPROVE or RETURN. */
    public static final String RESULT = "result";

    /** What the review of the reply came to: PASS or RETURN. */
    public static final String REVIEW = "review";

    private SupervisionOrderProcess() {}
}
