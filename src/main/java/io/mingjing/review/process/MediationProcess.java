package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/mediation.bpmn} that code may speak of: mediation.
 */
public final class MediationProcess {

    public static final String PROCESS = "mediation";

    // User tasks
    public static final String APPROVE_PAUSE = "userTask_approvePause";
    public static final String RECORD_MEDIATION = "userTask_recordMediation";
    public static final String REVIEW_MEDIATION_LETTER = "userTask_reviewMediationLetter";
    public static final String SIGN_MEDIATION_LETTER = "userTask_signMediationLetter";
    public static final String REVISE_MEDIATION_LETTER = "userTask_reviseMediationLetter";
    public static final String COLLECT_SIGNATURE = "userTask_collectSignature";
    public static final String ISSUE_MEDIATION_LETTER = "userTask_issueMediationLetter";
    public static final String SERVE_MEDIATION_LETTER = "userTask_serveMediationLetter";
    public static final String FOLLOW_MEDIATION = "userTask_followMediation";
    public static final String ARCHIVE_MEDIATION = "userTask_archiveMediation";

    // Service tasks
    public static final String SETTLE_MEDIATION = "serviceTask_settleMediation";
    public static final String CONCLUDE_MEDIATION = "serviceTask_concludeMediation";
    public static final String END_MEDIATION = "serviceTask_endMediation";

    // End events
    public static final String ENDED_MEDIATION_SETTLED = "endEvent_mediationSettled";
    public static final String ENDED_MEDIATED = "endEvent_mediated";
    public static final String ENDED_MEDIATION_FAILED = "endEvent_mediationFailed";

    private MediationProcess() {}
}
