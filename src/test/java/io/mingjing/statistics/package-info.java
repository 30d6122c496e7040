@NullMarked
package io.mingjing.statistics;

import org.jspecify.annotations.NullMarked;
