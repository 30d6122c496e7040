package io.mingjing.review.process;

/**
 * The names of {@code bpmn/review/decision-publication.bpmn} that code may speak of: publication of the decision.
 */
public final class DecisionPublicationProcess {

    public static final String PROCESS = "decisionPublication";

    // User tasks
    public static final String CHECK_PUBLICATION = "userTask_checkPublication";
    public static final String REVISE_PUBLICATION = "userTask_revisePublication";

    // Service tasks
    public static final String PUBLISH_DECISION = "serviceTask_publishDecision";

    // End events
    public static final String ENDED_DECISION_PUBLISHED = "endEvent_decisionPublished";

    private DecisionPublicationProcess() {}
}
