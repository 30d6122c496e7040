/** Alerts once, mail at least once. */
@NullMarked
package io.mingjing.alert;

import org.jspecify.annotations.NullMarked;
