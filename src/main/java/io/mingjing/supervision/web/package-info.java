/** The red-light board. */
@NullMarked
package io.mingjing.supervision.web;

import org.jspecify.annotations.NullMarked;
