/** Open tasks of people: lists, claim and the other verbs; the row is written in the engine's own transaction. */
@ApplicationModule(allowedDependencies = {"shared", "shared::event", "time", "identity", "engine", "casefile"})
@NullMarked
package io.mingjing.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
