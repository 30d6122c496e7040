package io.mingjing.review.process;

/** The names of {@code bpmn/review/exclusion.bpmn}: time that does not count (实施条例 art. 45, 46). */
public final class ExclusionProcess {

    public static final String PROCESS = "exclusion";

    public static final String APPROVE_EXCLUSION = "userTask_approveExclusion";
    public static final String REVISE_EXCLUSION = "userTask_reviseExclusion";
    public static final String END_EXCLUSION = "userTask_endExclusion";

    private ExclusionProcess() {}
}
