/** Tests of the application's start. */
@NullMarked
package io.mingjing;

import org.jspecify.annotations.NullMarked;
