/** The one door to the process engine: processes, forms, decisions, timers, driven time and catch-up. */
@ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {"shared", "shared :: event"})
@NullMarked
package io.mingjing.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
