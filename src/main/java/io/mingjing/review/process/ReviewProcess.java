package io.mingjing.review.process;

/**
 * The names of administrative review: the ids of
 * {@code bpmn/review/administrative-review.bpmn} that code may speak of.
 */
public final class ReviewProcess {

    public static final String PROCESS = "administrativeReview";

    // Start event
    public static final String APPLICATION_RECEIVED = "startEvent_applicationReceived";

    // Sub-processes
    public static final String INTAKE_REVIEW = "subProcess_intakeReview";
    public static final String AWAIT_CORRECTION = "subProcess_awaitCorrection";
    public static final String HANDLING = "subProcess_handling";
    public static final String COPY_TO_RESPONDENT = "subProcess_copyToRespondent";
    public static final String AWAIT_REPLY = "subProcess_awaitReply";
    public static final String SUSPENSION = "subProcess_suspension";
    public static final String ENDING_DECIDED = "subProcess_ending";
    public static final String AWAIT_RESUMPTION = "subProcess_awaitResumption";

    // User tasks
    public static final String REVIEW_ACCEPTANCE = "userTask_reviewAcceptance";
    public static final String APPROVE_ACCEPTANCE = "userTask_approveAcceptance";
    public static final String APPROVE_CORRECTION = "userTask_approveCorrection";
    public static final String ISSUE_CORRECTION = "userTask_issueCorrection";
    public static final String APPROVE_REFUSAL = "userTask_approveRefusal";
    public static final String SIGN_REFUSAL = "userTask_signRefusal";
    public static final String SERVE_CORRECTION = "userTask_serveCorrection";
    public static final String RECORD_CORRECTION = "userTask_recordCorrection";
    public static final String CLARIFY_RECEIPT = "userTask_clarifyReceipt";
    public static final String ISSUE_REFUSAL = "userTask_issueRefusal";
    public static final String SERVE_REFUSAL = "userTask_serveRefusal";
    public static final String DRAFT_DEEMED_LETTERS = "userTask_draftDeemedLetters";
    public static final String APPROVE_DEEMED_LETTERS = "userTask_approveDeemedLetters";
    public static final String ISSUE_ACCEPTANCE = "userTask_issueAcceptance";
    public static final String SERVE_ACCEPTANCE = "userTask_serveAcceptance";
    public static final String SUBMIT_REPLY = "userTask_submitReply";
    public static final String HEAR_VIEWS = "userTask_hearViews";
    public static final String DRAFT_DECISION = "userTask_draftDecision";
    public static final String UNIT_HEAD_REVIEW = "userTask_unitHeadReview";
    public static final String ORGAN_HEAD_APPROVAL = "userTask_organHeadApproval";
    public static final String ISSUE_DECISION = "userTask_issueDecision";
    public static final String SERVE_DECISION = "userTask_serveDecision";
    public static final String FOLLOW_PERFORMANCE = "userTask_followPerformance";
    public static final String ARCHIVE_CASE = "userTask_archiveCase";
    public static final String PROPOSE_TERMINATION = "userTask_proposeTermination";
    public static final String REVIEW_TERMINATION = "userTask_reviewTermination";
    public static final String SIGN_TERMINATION = "userTask_signTermination";
    public static final String ISSUE_TERMINATION = "userTask_issueTermination";
    public static final String SERVE_TERMINATION = "userTask_serveTermination";

    public static final String ISSUE_DISMISSAL = "userTask_issueDismissal";
    public static final String SERVE_DISMISSAL = "userTask_serveDismissal";

    // Service tasks
    public static final String DEEM_ACCEPTED = "serviceTask_deemAccepted";
    public static final String DEEM_GIVEN_UP = "serviceTask_deemGivenUp";
    public static final String CLOSE_REFUSED = "serviceTask_closeRefused";
    public static final String RECORD_NO_REPLY = "serviceTask_recordNoReply";
    public static final String RECORD_OVERDUE = "serviceTask_recordOverdue";
    public static final String CLOSE_CASE = "serviceTask_closeCase";
    public static final String ARCHIVE = "serviceTask_archive";
    public static final String RECORD_SUSPENSION_LAPSED = "serviceTask_recordSuspensionLapsed";
    public static final String CLOSE_TERMINATED = "serviceTask_closeTerminated";
    public static final String CLOSE_DISMISSED = "serviceTask_closeDismissed";
    public static final String RECORD_UNPROVEN = "serviceTask_recordUnproven";

    // Timers and what else ends a scope
    public static final String INTAKE_LAPSED = "event_intakeLapsed";
    public static final String CORRECTION_LAPSED = "event_correctionLapsed";
    public static final String REPLY_LAPSED = "event_replyLapsed";
    public static final String DECISION_OVERDUE = "event_decisionOverdue";
    public static final String SUSPENSION_LAPSED = "event_suspensionLapsed";
    public static final String TERMINATION_DECIDED = "event_terminated";

    // End events
    public static final String DEEMED_GIVEN_UP = "endEvent_deemedGivenUp";
    public static final String REFUSED = "endEvent_refused";
    public static final String OVERDUE_RECORDED = "endEvent_overdueRecorded";
    public static final String ARCHIVED = "endEvent_archived";
    public static final String SUSPENSION_OVER = "endEvent_suspensionOver";
    public static final String SUSPENSION_CONTINUES = "endEvent_suspensionContinues";

    // Messages
    /** The case was suspended on a ground whose sixty days are watched (行政复议法 art. 41, item 5). */
    public static final String CASE_SUSPENDED = "caseSuspended";

    public static final String CASE_RESUMED = "caseResumed";

    /** Somebody who may has decided that the handling ends without a decision on the merits; see {@link #ENDING}. */
    public static final String CASE_ENDING = "caseEnding";

    // Variables that the gateways read
    /** ACCEPT, CORRECT, REFUSE; DEEMED when the acceptance limit lapsed (行政复议法 art. 30.3). */
    public static final String ACCEPTANCE = "acceptance";

    /** What an approver said: APPROVE or RETURN. */
    public static final String RESULT = "result";

    /** What becomes of a case suspended for sixty days: TERMINATE or CONTINUE. */
    public static final String TERMINATION = "termination";

    /** Under which procedure the case is handled: ORDINARY or SIMPLIFIED (行政复议法 art. 53). */
    public static final String PROCEDURE = "procedure";

    /** Whether it is PROVEN or UNPROVEN that the applicant received the correction notice (art. 31). */
    public static final String RECEIPT = "receipt";

    /** How the handling ends otherwise than by a decision: TERMINATED (art. 41) or DISMISSED (art. 33). */
    public static final String ENDING = "ending";

    private ReviewProcess() {}
}
