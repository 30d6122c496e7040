package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/decision-correction.bpmn} that code may speak of: correction of a decision.
 */
public final class DecisionCorrectionProcess {

    public static final String PROCESS = "decisionCorrection";

    // User tasks
    public static final String REVIEW_CORRECTION_NOTICE = "userTask_reviewCorrectionNotice";
    public static final String REVISE_CORRECTION_NOTICE = "userTask_reviseCorrectionNotice";
    public static final String SIGN_CORRECTION_NOTICE = "userTask_signCorrectionNotice";
    public static final String ISSUE_CORRECTION_NOTICE = "userTask_issueCorrectionNotice";
    public static final String SERVE_CORRECTION_NOTICE = "userTask_serveCorrectionNotice";

    // End events
    public static final String ENDED_DECISION_CORRECTED = "endEvent_decisionCorrected";

    private DecisionCorrectionProcess() {}
}
