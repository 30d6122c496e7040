/** Filing 备案 of normative documents: what was submitted, whether in time, what the review found, and the register. */
@ApplicationModule(
        allowedDependencies = {"shared", "shared::event", "time", "identity", "engine", "document", "casefile"})
@NullMarked
package io.mingjing.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
