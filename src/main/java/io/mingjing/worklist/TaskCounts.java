package io.mingjing.worklist;

/** Sizes of the four lists; each exact to 999, 1000 means “999+”. */
public record TaskCounts(int mine, int available, int unit, int done) {

    /** Counting stops here, so that a list of a million costs no more than one of a thousand. */
    public static final int CEILING = 1000;

    static final TaskCounts NONE = new TaskCounts(0, 0, 0, 0);

    public int of(TaskList list) {
        return switch (list) {
            case MINE -> mine;
            case AVAILABLE -> available;
            case UNIT -> unit;
            case DONE -> done;
        };
    }
}
