/** Administrative review 行政复议: the application, what became of it at each step, and the rules of its decisions. */
@ApplicationModule(
        allowedDependencies = {"shared", "shared::event", "time", "identity", "engine", "document", "casefile"})
@NullMarked
package io.mingjing.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
