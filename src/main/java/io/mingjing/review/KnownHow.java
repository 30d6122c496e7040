package io.mingjing.review;

/** How the applicant came to know of the act, which fixes the day from which the time to apply runs (实施条例 art. 23). */
public enum KnownHow {
    /** Made on the spot: the day it was made. */
    ON_THE_SPOT,
    /** Served directly: the day of the signature, or of its refusal. */
    DIRECT,
    /** By post: the day of the signature on the slip. */
    POST,
    /** Electronically: the day it reached the designated system. */
    ELECTRONIC,
    /** By public notice: the day on which the period of the notice ends. */
    NOTICE,
    /** Not served, but told later: the day the later notice arrived. */
    TOLD_LATER,
    /** Known in another way: the day on which the applicant knew or should have known. */
    OTHER
}
