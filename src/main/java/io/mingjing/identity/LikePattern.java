package io.mingjing.identity;

/** Text of users as part of a {@code like ... escape '!'} pattern. */
final class LikePattern {

    private LikePattern() {}

    static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
