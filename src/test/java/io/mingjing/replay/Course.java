package io.mingjing.replay;

/** How an accepted review goes. Long ones need months, so they go to those that came early. */
enum Course {
    TERMINATED(true, 2),
    SUSPENSION(true, 5),
    EXCLUSION(true, 2),
    EXTENSION(true, 7),
    HEARING(true, 6),
    COMMITTEE(true, 3),
    MEDIATION_FAILED(true, 3),
    CONVERTED(true, 1),
    NO_REPLY(false, 3),
    DEEMED(false, 3),
    MEDIATED(false, 7),
    WITHDRAWN(false, 9),
    DISMISSED(false, 4),
    SIMPLIFIED(false, 18),
    PLAIN(false, 30);

    private final boolean lengthy;
    private final int weight;

    Course(boolean lengthy, int weight) {
        this.lengthy = lengthy;
        this.weight = weight;
    }

    boolean lengthy() {
        return lengthy;
    }

    int weight() {
        return weight;
    }
}
