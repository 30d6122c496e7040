package io.mingjing.document;

/** In whose name a letter goes out, and so whose seal it bears. */
public enum Issuer {
    /** 行政复议机构: the justice bureau. */
    UNIT,
    /** 行政复议机关: the people's government. */
    ORGAN
}
