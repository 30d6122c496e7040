/** Tests of the case that every area shares. */
@NullMarked
package io.mingjing.casefile;

import org.jspecify.annotations.NullMarked;
