package io.mingjing.review.process;

/** The names of {@code bpmn/review/committee.bpmn} that code may speak of: consulting the review committee. */
public final class CommitteeProcess {

    public static final String PROCESS = "committee";

    // User tasks
    public static final String APPROVE_CONSULTATION = "userTask_approveConsultation";
    public static final String INVITE_MEMBERS = "userTask_inviteMembers";
    public static final String RECORD_OPINION = "userTask_recordCommitteeOpinion";

    // End events
    public static final String ENDED_REFUSED = "endEvent_consultationRefused";
    public static final String ENDED_GIVEN = "endEvent_opinionGiven";

    // Variables that the gateways read
    /** CONSULT or REFUSE. */
    public static final String CONSULTING = "consulting";

    /** GIVEN or POSTPONED. */
    public static final String OPINION_RESULT = "opinionResult";

    private CommitteeProcess() {}
}
