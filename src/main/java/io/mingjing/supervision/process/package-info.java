/** The supervision order as the engine runs it: the names of its model, its tasks and what they do. */
@NullMarked
package io.mingjing.supervision.process;

import org.jspecify.annotations.NullMarked;
