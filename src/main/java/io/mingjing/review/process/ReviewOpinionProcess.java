package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/review-opinion.bpmn} that code may speak of: opinion letter.
 */
public final class ReviewOpinionProcess {

    public static final String PROCESS = "reviewOpinion";

    // Sub-processes
    public static final String AWAIT_ANSWER = "subProcess_awaitAnswer";

    // User tasks
    public static final String REVIEW_OPINION = "userTask_reviewOpinion";
    public static final String REVISE_OPINION = "userTask_reviseOpinion";
    public static final String SIGN_OPINION = "userTask_signOpinion";
    public static final String ISSUE_OPINION = "userTask_issueOpinion";
    public static final String SERVE_OPINION = "userTask_serveOpinion";
    public static final String ANSWER_OPINION = "userTask_answerOpinion";
    public static final String REVIEW_ANSWER = "userTask_reviewAnswer";

    // Service tasks
    public static final String RECORD_OPINION_OVERDUE = "serviceTask_recordOpinionOverdue";

    // Timers
    public static final String OPINION_OVERDUE = "event_opinionOverdue";

    // End events
    public static final String ENDED_OPINION_OVERDUE_RECORDED = "endEvent_opinionOverdueRecorded";
    public static final String ENDED_OPINION_ANSWERED = "endEvent_opinionAnswered";

    private ReviewOpinionProcess() {}
}
