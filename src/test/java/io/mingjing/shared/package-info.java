/** Tests of what every module speaks. */
@NullMarked
package io.mingjing.shared;

import org.jspecify.annotations.NullMarked;
