package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import java.util.Map;

/** What an area lays beside the form of a task for whoever handles it, such as what it has computed or found. */
public interface TaskAside {

    boolean shown(TaskContext task);

    /** Template and fragment, such as {@code review/intake :: aside}. */
    String view();

    /** What the fragment needs; names must not meet those of the page. */
    Map<String, Object> model(TaskContext task, Actor actor);
}
