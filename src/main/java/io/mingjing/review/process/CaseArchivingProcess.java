package io.mingjing.review.process;

/** The names of {@code bpmn/review/case-archiving.bpmn}: 归档 of cases that were closed before acceptance. */
public final class CaseArchivingProcess {

    public static final String PROCESS = "caseArchiving";

    public static final String FILE_CASE = "userTask_fileCase";
    public static final String ARCHIVE = "serviceTask_archive";

    private CaseArchivingProcess() {}
}
