package io.mingjing.review.process;

/** The names of {@code bpmn/review/inspection.bpmn}: site inspection and expert appraisal (实施条例 art. 45, 46). */
public final class InspectionProcess {

    public static final String PROCESS = "inspection";

    // User tasks
    public static final String APPROVE_INSPECTION = "userTask_approveInspection";
    public static final String REVISE_INSPECTION = "userTask_reviseInspection";
    public static final String ISSUE_NOTICE = "userTask_issueInspectionNotice";
    public static final String SERVE_NOTICE = "userTask_serveInspectionNotice";
    public static final String RECORD_INSPECTION = "userTask_recordInspection";
    public static final String ISSUE_ENTRUSTMENT = "userTask_issueEntrustment";
    public static final String SERVE_ENTRUSTMENT = "userTask_serveEntrustment";
    public static final String RECORD_APPRAISAL = "userTask_recordAppraisal";

    // End events
    public static final String ENDED_INSPECTED = "endEvent_inspected";
    public static final String ENDED_APPRAISED = "endEvent_appraised";
    public static final String ENDED_DROPPED = "endEvent_dropped";

    // Variables that the gateways read
    /** APPROVE or RETURN. */
    public static final String RESULT = "result";

    /** SITE or APPRAISAL. */
    public static final String GROUND = "ground";

    /** CONTINUE or DROP. */
    public static final String PROPOSAL = "proposal";

    private InspectionProcess() {}
}
