/** Tests of the inspection. */
@NullMarked
package io.mingjing.inspection;

import org.jspecify.annotations.NullMarked;
