/** Mingjing 明镜, the case system of a justice bureau. One package per module; DESIGN of the modules in the README. */
@NullMarked
package io.mingjing;

import org.jspecify.annotations.NullMarked;
