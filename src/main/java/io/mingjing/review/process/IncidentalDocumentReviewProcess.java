package io.mingjing.review.process;

/** The names of {@code bpmn/review/incidental-document-review.bpmn}: 规范性文件附带审查 (行政复议法 art. 13, 56 to 60). */
public final class IncidentalDocumentReviewProcess {

    public static final String PROCESS = "incidentalDocumentReview";

    // Sub-processes
    public static final String EXAMINATION = "subProcess_examination";
    public static final String ASK_MAKER = "subProcess_askMaker";
    public static final String AWAIT_MAKER_ANSWER = "subProcess_awaitMakerAnswer";
    public static final String TRANSFER_DOCUMENT = "subProcess_transferDocument";
    public static final String AWAIT_DOCUMENT_OPINION = "subProcess_awaitDocumentOpinion";

    // User tasks
    public static final String DRAFT_ANSWER_NOTICE = "userTask_draftAnswerNotice";
    public static final String APPROVE_ANSWER_NOTICE = "userTask_approveAnswerNotice";
    public static final String SIGN_ANSWER_NOTICE = "userTask_signAnswerNotice";
    public static final String ISSUE_ANSWER_NOTICE = "userTask_issueAnswerNotice";
    public static final String SERVE_ANSWER_NOTICE = "userTask_serveAnswerNotice";
    public static final String RECORD_MAKER_ANSWER = "userTask_recordMakerAnswer";
    public static final String EXAMINE_DOCUMENT = "userTask_examineDocument";
    public static final String APPROVE_DOCUMENT_RESULT = "userTask_approveDocumentResult";
    public static final String SIGN_DOCUMENT_RESULT = "userTask_signDocumentResult";
    public static final String ISSUE_DOCUMENT_RESULT = "userTask_issueDocumentResult";
    public static final String SERVE_DOCUMENT_RESULT = "userTask_serveDocumentResult";
    public static final String DRAFT_DOCUMENT_TRANSFER = "userTask_draftDocumentTransfer";
    public static final String APPROVE_DOCUMENT_TRANSFER = "userTask_approveDocumentTransfer";
    public static final String SIGN_DOCUMENT_TRANSFER = "userTask_signDocumentTransfer";
    public static final String ISSUE_DOCUMENT_TRANSFER = "userTask_issueDocumentTransfer";
    public static final String SERVE_DOCUMENT_TRANSFER = "userTask_serveDocumentTransfer";
    public static final String RECORD_DOCUMENT_OPINION = "userTask_recordDocumentOpinion";

    // Service tasks
    public static final String RECORD_ASKING_LATE = "serviceTask_recordAskingLate";
    public static final String RECORD_NO_MAKER_ANSWER = "serviceTask_recordNoMakerAnswer";
    public static final String RECORD_EXAMINATION_OVERDUE = "serviceTask_recordExaminationOverdue";
    public static final String RECORD_TRANSFER_OVERDUE = "serviceTask_recordTransferOverdue";
    public static final String RECORD_DOCUMENT_OPINION_OVERDUE = "serviceTask_recordDocumentOpinionOverdue";

    // Timers
    public static final String ASKING_LATE = "event_askingLate";
    public static final String MAKER_ANSWER_LAPSED = "event_makerAnswerLapsed";
    public static final String EXAMINATION_OVERDUE = "event_examinationOverdue";
    public static final String TRANSFER_OVERDUE = "event_transferOverdue";
    public static final String DOCUMENT_OPINION_OVERDUE = "event_documentOpinionOverdue";

    // Message
    /** The case was suspended for it (art. 39.1 item 9). */
    public static final String DOCUMENT_REVIEW_SUSPENDED = "documentReviewSuspended";

    // Variables that the gateways read
    /** Whether a request is admitted: ADMIT or REFUSE. */
    public static final String ADMISSION = "admission";

    /** Whether this organ is competent: OWN or TRANSFER. */
    public static final String COMPETENCE = "competence";

    private IncidentalDocumentReviewProcess() {}
}
