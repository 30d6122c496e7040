/** The filing of normative documents as the engine runs it: the names of its model, its tasks and what they do. */
@NullMarked
package io.mingjing.filing.process;

import org.jspecify.annotations.NullMarked;
