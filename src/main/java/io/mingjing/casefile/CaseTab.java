package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tab of the case page, contributed by the module that owns its content. */
public interface CaseTab {

    /** Part of the URL; label under {@code tab.<id>}. */
    String id();

    int order();

    default boolean visible(CaseFile file, Actor actor) {
        return true;
    }

    /** Template and fragment, such as {@code casefile/limits :: tab}. */
    String view();

    /** What the fragment needs; the frame adds {@code file} and {@code actor}. */
    Map<String, Object> model(CaseFile file, Actor actor);

    /** A small number beside the label; null for none. */
    default @Nullable Integer badge(CaseFile file, Actor actor) {
        return null;
    }
}
