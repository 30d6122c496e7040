/** Tests of the log and its chain. */
@NullMarked
package io.mingjing.audit;

import org.jspecify.annotations.NullMarked;
