package io.mingjing.review.process;

/** The names of {@code bpmn/review/file-access.bpmn}: access of the parties to the file (行政复议法 art. 47). */
public final class FileAccessProcess {

    public static final String PROCESS = "fileAccess";

    public static final String DECIDE_FILE_ACCESS = "userTask_decideFileAccess";

    public static final String ENDED_GRANTED = "endEvent_accessGranted";
    public static final String ENDED_REFUSED = "endEvent_accessRefused";

    /** GRANT or REFUSE; a part is granted. */
    public static final String ACCESS = "access";

    private FileAccessProcess() {}
}
