/** Tests of the engine. */
@NullMarked
package io.mingjing.engine;

import org.jspecify.annotations.NullMarked;
