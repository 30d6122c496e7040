package io.mingjing.shared;

/** What a person may do; also the name of a pool of tasks in the models. */
public enum Role {
    /** 受理员: desk, registration, records of service and seals. */
    INTAKE_CLERK,
    /** 承办人: claims and handles review cases. */
    REVIEW_OFFICER,
    /** 机构负责人: head of the bureau unit. */
    UNIT_HEAD,
    /** 机关负责人: the government's leader. */
    ORGAN_HEAD,
    /** 政府办: unified numbers, the government's seal. */
    GOV_OFFICE,
    /** 联络员: the respondent, responsible or filing organ. */
    ORGAN_CONTACT,
    /** 单位工作人员: of an organ, sees only what its contact has given to them. */
    ORGAN_STAFF,
    /** 督察员: enforcement supervision. */
    SUPERVISOR,
    /** 应诉员: court notices and appearances. */
    LITIGATION_OFFICER,
    /** 备案审查员: normative documents. */
    FILING_OFFICER,
    /** 法律顾问: opinions. */
    LEGAL_ADVISER,
    /** 审计员: reads everything in scope, writes nothing. */
    AUDITOR,
    /** 管理员: people, organs, calendar, operations; sees no case content. */
    ADMIN
}
