package io.mingjing.review.process;

/** The names of {@code bpmn/review/hearing.bpmn} that code may speak of: the hearing of a review. */
public final class HearingProcess {

    public static final String PROCESS = "hearing";

    // User tasks
    public static final String APPROVE_HEARING = "userTask_approveHearing";
    public static final String ARRANGE_HEARING = "userTask_arrangeHearing";
    public static final String APPROVE_HEARING_NOTICE = "userTask_approveHearingNotice";
    public static final String ISSUE_HEARING_NOTICE = "userTask_issueHearingNotice";
    public static final String SERVE_HEARING_NOTICE = "userTask_serveHearingNotice";
    public static final String HOLD_HEARING = "userTask_holdHearing";

    // End events
    public static final String ENDED_REFUSED = "endEvent_hearingRefused";
    public static final String ENDED_HELD = "endEvent_hearingHeld";
    public static final String ENDED_WAIVED = "endEvent_hearingWaived";

    // Variables that the gateways read
    /** HOLD or REFUSE. */
    public static final String HOLDING = "holding";

    /** IN_TIME or TOO_LATE: whether five clear working days were left (行政复议法 art. 51.1). */
    public static final String NOTICE_TIMING = "noticeTiming";

    /** HELD, WAIVED or POSTPONED. */
    public static final String HEARING_RESULT = "hearingResult";

    private HearingProcess() {}
}
