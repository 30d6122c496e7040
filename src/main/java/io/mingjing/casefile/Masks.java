package io.mingjing.casefile;

/** Personal numbers as lists show them. */
final class Masks {

    private static final int HEAD = 3;
    private static final int TAIL = 2;

    private Masks() {}

    /** The first three and the last two characters stay; a short number is hidden whole. */
    static String number(String clear) {
        int[] points = clear.strip().codePoints().toArray();
        if (points.length < HEAD + TAIL + 3) {
            return "*".repeat(points.length);
        }
        return new String(points, 0, HEAD)
                + "*".repeat(points.length - HEAD - TAIL)
                + new String(points, points.length - TAIL, TAIL);
    }
}
