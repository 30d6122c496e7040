package io.mingjing.review.process;

/** The names of {@code bpmn/review/recusal.bpmn} that code may speak of: 回避 of somebody who handles a review. */
public final class RecusalProcess {

    public static final String PROCESS = "recusal";

    // User tasks
    public static final String DECIDE_RECUSAL = "userTask_decideRecusal";
    public static final String DECIDE_HEAD_RECUSAL = "userTask_decideHeadRecusal";
    public static final String DRAFT_ANSWER = "userTask_draftRecusalAnswer";
    public static final String APPROVE_ANSWER = "userTask_approveRecusalAnswer";
    public static final String ISSUE_ANSWER = "userTask_issueRecusalAnswer";
    public static final String SERVE_ANSWER = "userTask_serveRecusalAnswer";

    // End events
    public static final String ENDED_DECIDED = "endEvent_recusalDecided";
    public static final String ENDED_ANSWERED = "endEvent_recusalAnswered";

    // Variables that the gateways read
    /** UNIT_HEAD or ORGAN_HEAD. */
    public static final String DECIDER = "recusalDecider";

    /** LETTER where a party applied, else NONE. */
    public static final String ANSWER = "recusalAnswer";

    private RecusalProcess() {}
}
