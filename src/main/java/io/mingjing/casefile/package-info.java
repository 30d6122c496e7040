/** The case that every area shares: numbers, parties, handlers, limits and their timers, tasks and the file. */
@ApplicationModule(allowedDependencies = {"shared", "shared::event", "time", "identity", "engine", "document"})
@NullMarked
package io.mingjing.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
