package io.mingjing.review.process;

/** The names of {@code bpmn/review/extension.bpmn}: 延长审理期限 (行政复议法 art. 62.1). */
public final class ExtensionProcess {

    public static final String PROCESS = "extension";

    public static final String APPROVE_EXTENSION = "userTask_approveExtension";
    public static final String REVISE_EXTENSION = "userTask_reviseExtension";
    public static final String ISSUE_EXTENSION = "userTask_issueExtension";
    public static final String SERVE_EXTENSION = "userTask_serveExtension";

    private ExtensionProcess() {}
}
