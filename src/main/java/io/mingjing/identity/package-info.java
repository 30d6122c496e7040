/** Who works here: organs and their tree, people and their roles, delegation, sign-in, and what each person may see. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.mingjing.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
