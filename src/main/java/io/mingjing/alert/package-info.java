/** Says in time what must not be missed: reminders by a policy table, the message centre, and mail through an outbox. */
@ApplicationModule(
        allowedDependencies = {"shared", "shared::event", "time", "identity", "engine", "casefile", "document"})
@NullMarked
package io.mingjing.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
