/** The public portal: what it takes, what it tells, and to whom. */
@NullMarked
package io.mingjing.portal;

import org.jspecify.annotations.NullMarked;
