package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an area marks in the head of the case page, such as a joinder with another case. */
public interface CaseMark {

    /**
     * One mark.
     *
     * @param code text under {@code mark.<code>}
     * @param args arguments of that text
     * @param href where it leads; null for nowhere
     */
    record Mark(String code, List<Object> args, @Nullable String href) {
        public Mark {
            args = List.copyOf(args);
        }
    }

    List<Mark> of(CaseFile file, Actor actor);
}
