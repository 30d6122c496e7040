/** What every module speaks: ids, actors, refusals and auditable acts; no framework. */
@NullMarked
package io.mingjing.shared;

import org.jspecify.annotations.NullMarked;
