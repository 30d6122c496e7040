/** The worklist: rows in step with the engine, scope inside the query, one winner in a race. */
@NullMarked
package io.mingjing.worklist;

import org.jspecify.annotations.NullMarked;
