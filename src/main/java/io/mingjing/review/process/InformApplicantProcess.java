package io.mingjing.review.process;

/** The names of telling an applicant before acceptance: the ids of {@code bpmn/review/inform-applicant.bpmn}. */
public final class InformApplicantProcess {

    public static final String PROCESS = "informApplicant";

    // User tasks
    public static final String APPROVE_INFORMING = "userTask_approveInforming";
    public static final String REVISE_INFORMING = "userTask_reviseInforming";
    public static final String ISSUE_INFORMING = "userTask_issueInforming";
    public static final String SERVE_INFORMING = "userTask_serveInforming";
    public static final String RECORD_RESPONDENT_ANSWER = "userTask_recordRespondentAnswer";

    // Service tasks
    public static final String CLOSE_REPEATED = "serviceTask_closeRepeated";

    // End events
    public static final String RESPONDENT_ANSWERED = "endEvent_respondentAnswered";
    public static final String REPETITION_NOTED = "endEvent_repetitionNoted";

    // Variables that the gateways read
    /** What the applicant is told: WRONG_RESPONDENT or REPEAT. */
    public static final String INFORMING = "informing";

    /** What an approver said: APPROVE or RETURN. */
    public static final String RESULT = "result";

    private InformApplicantProcess() {}
}
