/** The only module that adds days to a date: working-day calendar, catalogue of limits, computation and explanation. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package io.mingjing.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
