/** The ledgers 台账 that an office keeps, read from views of the other modules, with their balance and their export. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package io.mingjing.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
