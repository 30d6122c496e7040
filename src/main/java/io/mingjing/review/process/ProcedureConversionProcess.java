package io.mingjing.review.process;

/** The names of {@code bpmn/review/procedure-conversion.bpmn}: 转为普通程序 (行政复议法 art. 55). */
public final class ProcedureConversionProcess {

    public static final String PROCESS = "procedureConversion";

    public static final String APPROVE_CONVERSION = "userTask_approveConversion";
    public static final String REVISE_CONVERSION = "userTask_reviseConversion";
    public static final String ISSUE_CONVERSION = "userTask_issueConversion";
    public static final String SERVE_CONVERSION = "userTask_serveConversion";

    private ProcedureConversionProcess() {}
}
