package io.mingjing.time;

/** What the law, or the house rule where the law is silent, attaches to a limit that ran out. */
public enum OnLapse {
    /** Nothing happens by itself. */
    NONE,
    /** A late application is refused 不予受理. */
    APPLICATION_LATE,
    /** A window opens on the day after; nothing is late. */
    WINDOW_OPENS,
    /** Misconduct of the organ that did not forward the application. */
    MISCONDUCT,
    /** The penalising organ may no longer correct itself and must forward the application. */
    MUST_RELAY,
    /** The application counts as accepted on the last day 视为受理 (L30.3). */
    DEEMED_ACCEPTED,
    /** The correction notice is barred; the intake limit decides (our reading). */
    INTAKE_DECIDES,
    /** The applicant counts as having given up 视为放弃 (L31.2). */
    DEEMED_ABANDONED,
    /** A fault inside the office; no effect on the parties. */
    INTERNAL_FAULT,
    /** The act is treated as lacking evidence (L70, APL34.2). */
    LACKS_EVIDENCE,
    /** The hearing has to be moved. */
    HEARING_MOVES,
    /** The parties may sue for inaction; the superior may order correction (L34, L80). */
    SUE_FOR_INACTION,
    /** The task to decide on termination 终止 opens (L41). */
    TERMINATION_DUE,
    /** The review goes on without the answer. */
    GOES_ON_WITHOUT,
    /** The organ is urged; the main case stays paused. */
    URGE,
    /** A right to sue or to appeal is lost. */
    RIGHT_LOST,
    /** Discipline against those responsible. */
    DISCIPLINE,
    /** Order to perform, interview, public criticism. */
    ORDER_AND_INTERVIEW,
    /** Service by public notice takes effect. */
    SERVED,
    /** The silence of the agency can be challenged. */
    REVIEWABLE,
    /** The document lapses. */
    DOCUMENT_LAPSES,
    /** The earliest regular end is reached; nothing is late. */
    EARLIEST_END,
    /** The steps of supervision follow one another: urging, warning, order. */
    SUPERVISION_LADDER,
    /** Overdue alarm for the supervisor. */
    ALARM
}
