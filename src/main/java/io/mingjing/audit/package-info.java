/** The log: what was done, by whom and when, in a chain that shows every later change. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.mingjing.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
