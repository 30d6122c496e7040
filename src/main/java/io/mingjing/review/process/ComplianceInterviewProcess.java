package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/compliance-interview.bpmn} that code may speak of: interview.
 */
public final class ComplianceInterviewProcess {

    public static final String PROCESS = "complianceInterview";

    // User tasks
    public static final String REVIEW_INTERVIEW = "userTask_reviewInterview";
    public static final String REVISE_INTERVIEW = "userTask_reviseInterview";
    public static final String SIGN_INTERVIEW = "userTask_signInterview";
    public static final String ISSUE_INTERVIEW = "userTask_issueInterview";
    public static final String SERVE_INTERVIEW = "userTask_serveInterview";
    public static final String RECORD_INTERVIEW = "userTask_recordInterview";

    // End events
    public static final String ENDED_INTERVIEW_HELD = "endEvent_interviewHeld";

    private ComplianceInterviewProcess() {}
}
