/** A year replayed: applications drawn by a seed, lived through the real services, and an independent reader of the log. */
@NullMarked
package io.mingjing.replay;

import org.jspecify.annotations.NullMarked;
