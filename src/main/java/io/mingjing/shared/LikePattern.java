package io.mingjing.shared;

/** Text of users as part of a {@code like ... escape '!'} pattern. */
public final class LikePattern {

    private LikePattern() {}

    public static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
