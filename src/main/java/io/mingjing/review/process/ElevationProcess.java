package io.mingjing.review.process;

/** The names of {@code bpmn/review/elevation.bpmn}: 提级审理 (行政复议法 art. 38). */
public final class ElevationProcess {

    public static final String PROCESS = "elevation";

    public static final String APPROVE_REPORT = "userTask_approveReport";
    public static final String RECORD_REPLY = "userTask_recordReply";
    public static final String HAND_OVER_SCOPE = "subProcess_handOver";
    public static final String DRAFT_ELEVATION = "userTask_draftElevation";
    public static final String APPROVE_ELEVATION = "userTask_approveElevation";
    public static final String HAND_OVER = "userTask_handOver";
    public static final String SERVE_ELEVATION = "userTask_serveElevation";
    public static final String RECORD_SUPERIOR_RECEIPT = "userTask_recordSuperiorReceipt";

    public static final String MOVE_CASE = "serviceTask_moveCase";

    /** How the case is elevated: ORDERED by the superior, or REPORTED to it. */
    public static final String WAY = "way";

    /** What the superior answered: ELEVATED or KEPT. */
    public static final String REPLY = "reply";

    private ElevationProcess() {}
}
