/** Tests of the statutory clock. */
@NullMarked
package io.mingjing.time;

import org.jspecify.annotations.NullMarked;
