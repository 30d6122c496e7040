package io.mingjing.time;

/** How a limit is counted. The rule numbers are those of DOMAIN.md section 2. */
public enum Method {
    /** Counts working days only; ends on one (I3). */
    WORKING_DAYS,
    /** Counts every day; a last day of rest moves to the next working day (I4). */
    NATURAL_DAYS_ROLL,
    /** Counts every day; thresholds and minimum windows never move (I9). */
    NATURAL_DAYS_FIXED,
    /** Natural days without roll, then natural days with roll from there: the window that opens by itself (REG24, L20.1). */
    NATURAL_THEN_NATURAL,
    /** Working days until acceptance is deemed, then natural days with roll from there (L30.3, L62.1). */
    WORKING_THEN_NATURAL,
    /** The latest working day that leaves so many clear working days before the event (I8). */
    CLEAR_WORKING_DAYS_BEFORE,
    /** Same day-number so many months later, with roll (I7, I4). */
    MONTHS_ROLL,
    /** Same day-number so many years later, with roll (I7, I4). */
    YEARS_ROLL,
    /** The day before the same day-number so many years later: last day of validity, never rolls, needs no calendar. */
    YEARS_MINUS_DAY,
    /** Length and unit are set by the document; working days as I3, natural days as I4. */
    BY_DOCUMENT;

    /** The unit of a length that is counted so; what a document sets may be in working days too. */
    public DayUnit unit() {
        return switch (this) {
            case WORKING_DAYS, CLEAR_WORKING_DAYS_BEFORE -> DayUnit.WORKING_DAY;
            case NATURAL_DAYS_ROLL, NATURAL_DAYS_FIXED, NATURAL_THEN_NATURAL, WORKING_THEN_NATURAL, BY_DOCUMENT ->
                DayUnit.NATURAL_DAY;
            case MONTHS_ROLL -> DayUnit.MONTH;
            case YEARS_ROLL, YEARS_MINUS_DAY -> DayUnit.YEAR;
        };
    }

    /** Whether a first leg goes before the limit itself. */
    public boolean chained() {
        return this == NATURAL_THEN_NATURAL || this == WORKING_THEN_NATURAL;
    }
}
