/** Enforcement supervision 执法监督: lights of organs and the supervision orders 督办单 that follow a red one. */
@ApplicationModule(
        allowedDependencies = {"shared", "shared::event", "time", "identity", "engine", "document", "casefile"})
@NullMarked
package io.mingjing.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
