package io.mingjing.identity;

/** What sort of organ stands in the tree. */
public enum OrganKind {
    /** 人民政府: the reviewing organ; cases belong to it. */
    GOVERNMENT,
    /** 司法局: the government's reviewing body. */
    JUSTICE_BUREAU,
    /** 工作部门. */
    DEPARTMENT,
    /** 乡镇人民政府、街道办事处. */
    TOWNSHIP,
    OTHER
}
