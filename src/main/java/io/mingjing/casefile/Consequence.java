package io.mingjing.casefile;

import java.util.List;

/** One thing that an act will bring about; text under {@code consequence.<code>}. */
public record Consequence(String code, List<Object> args) {

    public Consequence {
        args = List.copyOf(args);
    }

    public static Consequence of(String code, Object... args) {
        return new Consequence(code, List.of(args));
    }
}
