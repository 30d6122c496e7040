package io.mingjing.casefile;

/** What a party is in a case. */
public enum PartyRole {
    /** 申请人 */
    APPLICANT,
    /** 被申请人 */
    RESPONDENT,
    /** 第三人 */
    THIRD_PARTY,
    /** 代理人: acts for the party named in {@code agentOf}. */
    AGENT,
    /** 责任单位 of a supervision order. */
    RESPONSIBLE,
    /** 制定机关 that files a document. */
    FILING
}
