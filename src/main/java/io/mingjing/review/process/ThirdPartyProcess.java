package io.mingjing.review.process;

/** The names of {@code bpmn/review/third-party.bpmn}: joining a third party (行政复议法 art. 16). */
public final class ThirdPartyProcess {

    public static final String PROCESS = "thirdParty";

    // User tasks
    public static final String APPROVE_THIRD_PARTY = "userTask_approveThirdParty";
    public static final String REVISE_THIRD_PARTY = "userTask_reviseThirdParty";
    public static final String TELL_THIRD_PARTY = "userTask_tellThirdParty";
    public static final String ISSUE_NOTICE = "userTask_issueThirdPartyNotice";
    public static final String SERVE_NOTICE = "userTask_serveThirdPartyNotice";

    // End events
    public static final String ENDED_JOINED = "endEvent_thirdPartyJoined";
    public static final String ENDED_REFUSED = "endEvent_thirdPartyRefused";
    public static final String ENDED_DROPPED = "endEvent_dropped";

    // Variables that the gateways read
    /** JOIN, REFUSE or RETURN. */
    public static final String JOINING = "joining";

    /** CONTINUE or DROP. */
    public static final String PROPOSAL = "proposal";

    private ThirdPartyProcess() {}
}
