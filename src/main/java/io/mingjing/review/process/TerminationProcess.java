package io.mingjing.review.process;

/** The names of {@code bpmn/review/termination.bpmn}: 终止行政复议 (行政复议法 art. 41). */
public final class TerminationProcess {

    public static final String PROCESS = "termination";

    public static final String REVIEW_TERMINATION = "userTask_reviewTermination";
    public static final String SIGN_TERMINATION = "userTask_signTermination";
    public static final String REVISE_TERMINATION = "userTask_reviseTermination";
    public static final String END_BY_TERMINATION = "serviceTask_endByTermination";

    private TerminationProcess() {}
}
