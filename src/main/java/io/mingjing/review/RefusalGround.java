package io.mingjing.review;

/** Why an application is refused, and which condition of 行政复议法 art. 30.1 fails with it. */
public enum RefusalGround {
    PARTY(Condition.PARTIES),
    /** The applicant keeps to a wrong respondent after having been told (实施条例 art. 29). */
    RESPONDENT_KEPT(Condition.PARTIES),
    NO_INTEREST(Condition.INTEREST),
    NO_REQUEST(Condition.REQUEST),
    OUT_OF_TIME(Condition.IN_TIME),
    /** Five years, for real estate twenty, since the act was made (art. 21). */
    MAX_PERIOD(Condition.IN_TIME),
    OUT_OF_SCOPE(Condition.IN_SCOPE),
    /** Art. 12, item 1: national defence, foreign affairs and other acts of state. */
    STATE_ACT(Condition.IN_SCOPE),
    /** Art. 12, item 2: regulations, rules and normative documents standing alone. */
    NORMATIVE_DOCUMENT(Condition.IN_SCOPE),
    /** Art. 12, item 3: rewards, punishments and appointments of an organ's own staff. */
    PERSONNEL(Condition.IN_SCOPE),
    /** Art. 12, item 4: mediation of civil disputes. */
    CIVIL_MEDIATION(Condition.IN_SCOPE),
    /** 实施条例 art. 36: acts of criminal justice that the law authorises expressly. */
    CRIMINAL_JUSTICE(Condition.IN_SCOPE),
    /** Art. 36: guidance without compulsion. */
    GUIDANCE(Condition.IN_SCOPE),
    /** Art. 36: a step within a procedure, without effect outside. */
    INTERNAL_STEP(Condition.IN_SCOPE),
    /** Art. 36: supervision of a lower organ by a higher one. */
    HIERARCHY(Condition.IN_SCOPE),
    /** Art. 36: handling of a petition. */
    PETITION(Condition.IN_SCOPE),
    NOT_COMPETENT(Condition.COMPETENT),
    ALREADY_ACCEPTED(Condition.NOT_ACCEPTED),
    /** Art. 74: withdrawn with permission before, on the same facts. */
    WITHDRAWN_BEFORE(Condition.NOT_ACCEPTED);

    private final Condition condition;

    RefusalGround(Condition condition) {
        this.condition = condition;
    }

    public Condition condition() {
        return condition;
    }
}
