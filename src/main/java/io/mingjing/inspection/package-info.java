/** What auditors and officers see of a case as it went: the timeline told from the log, and the process with its path. */
@ApplicationModule(allowedDependencies = {"shared", "audit", "casefile", "document", "time", "identity", "engine"})
@NullMarked
package io.mingjing.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
