package io.mingjing.filing.process;

/**
 * The names of the filing and record review of a normative document: the ids of
 * {@code bpmn/filing/record-review.bpmn} that code may speak of.
 */
public final class RecordReviewProcess {

    public static final String PROCESS = "recordReview";

    // Start event
    public static final String DOCUMENT_SUBMITTED = "startEvent_documentSubmitted";

    // Sub-processes
    public static final String AWAIT_SUPPLEMENT = "subProcess_awaitSupplement";

    // User tasks
    public static final String CHECK_FORM = "userTask_checkForm";
    public static final String REVIEW_RECORD = "userTask_reviewRecord";
    public static final String APPROVE_REGISTRATION = "userTask_approveRegistration";
    public static final String ISSUE_REGISTRATION = "userTask_issueRegistration";
    public static final String SERVE_REGISTRATION = "userTask_serveRegistration";
    public static final String APPROVE_SUPPLEMENT = "userTask_approveSupplement";
    public static final String ISSUE_SUPPLEMENT = "userTask_issueSupplement";
    public static final String SERVE_SUPPLEMENT = "userTask_serveSupplement";
    public static final String SUPPLEMENT = "userTask_supplement";

    // Service tasks
    public static final String CLOSE_NOT_IN_CLASS = "serviceTask_closeNotInClass";
    public static final String LIST_DOCUMENT = "serviceTask_listDocument";
    public static final String RECORD_NO_SUPPLEMENT = "serviceTask_recordNoSupplement";

    // Timers
    public static final String SUPPLEMENT_LAPSED = "event_supplementLapsed";

    // End events
    public static final String NOT_IN_CLASS = "endEvent_notInClass";
    public static final String REGISTERED = "endEvent_registered";

    // Variables that the gateways read
    /** REGISTER, SUPPLEMENT or NOT_IN_CLASS. */
    public static final String CHECK = "check";

    /** What the approver said: APPROVE or RETURN. */
    public static final String RESULT = "result";

    private RecordReviewProcess() {}
}
