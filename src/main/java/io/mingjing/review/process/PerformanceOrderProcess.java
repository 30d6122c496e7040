package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/performance-order.bpmn} that code may speak of: order to perform.
 */
public final class PerformanceOrderProcess {

    public static final String PROCESS = "performanceOrder";

    // Sub-processes
    public static final String AWAIT_PERFORMANCE = "subProcess_awaitPerformance";

    // User tasks
    public static final String REVIEW_PERFORMANCE_ORDER = "userTask_reviewPerformanceOrder";
    public static final String REVISE_PERFORMANCE_ORDER = "userTask_revisePerformanceOrder";
    public static final String SIGN_PERFORMANCE_ORDER = "userTask_signPerformanceOrder";
    public static final String ISSUE_PERFORMANCE_ORDER = "userTask_issuePerformanceOrder";
    public static final String SERVE_PERFORMANCE_ORDER = "userTask_servePerformanceOrder";
    public static final String REPORT_PERFORMANCE = "userTask_reportPerformance";
    public static final String CHECK_PERFORMANCE = "userTask_checkPerformance";

    // Service tasks
    public static final String RECORD_PERFORMANCE_OVERDUE = "serviceTask_recordPerformanceOverdue";

    // Timers
    public static final String PERFORMANCE_OVERDUE = "event_performanceOverdue";

    // End events
    public static final String ENDED_PERFORMANCE_OVERDUE_RECORDED = "endEvent_performanceOverdueRecorded";
    public static final String ENDED_PERFORMANCE_CHECKED = "endEvent_performanceChecked";

    private PerformanceOrderProcess() {}
}
