package io.mingjing.replay;

/**
 * The totals of a year, which are given; everything else is drawn.
 *
 * @param received = accepted + refused + givenUp + told + pending
 * @param accepted = closed + open
 */
record Profile(
        String name,
        int year,
        int received,
        int accepted,
        int refused,
        int givenUp,
        int told,
        int pending,
        int closed,
        int open,
        int enquiries) {

    Profile {
        if (received != accepted + refused + givenUp + told + pending || accepted != closed + open) {
            throw new IllegalArgumentException("the profile " + name + " does not add up");
        }
    }

    /** DOMAIN.md section 13, in the calendar of 2025. */
    static Profile jinpu() {
        return new Profile("jinpu", 2025, 245, 193, 52, 0, 0, 0, 163, 30, 512);
    }

    /** The most applications that one of the districts takes in a year; how they end is ours. */
    static Profile largest() {
        return new Profile("379", 2025, 379, 304, 55, 9, 6, 5, 256, 48, 790);
    }

    /** Any number, in about the same proportions. */
    static Profile of(int received) {
        int refused = received * 15 / 100;
        int givenUp = received * 2 / 100;
        int told = received * 2 / 100;
        int pending = received / 100;
        int accepted = received - refused - givenUp - told - pending;
        int open = accepted * 16 / 100;
        return new Profile(
                String.valueOf(received),
                2025,
                received,
                accepted,
                refused,
                givenUp,
                told,
                pending,
                accepted - open,
                open,
                received * 2);
    }

    /** Each path once, for the build. */
    static Profile small() {
        return new Profile("small", 2025, 20, 16, 1, 1, 1, 1, 14, 2, 4);
    }

    static Profile named(String name) {
        return switch (name) {
            case "jinpu" -> jinpu();
            case "379" -> largest();
            case "small" -> small();
            default -> of(Integer.parseInt(name));
        };
    }
}
