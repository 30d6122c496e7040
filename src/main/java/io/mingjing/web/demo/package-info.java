/** The demonstration: a city with cases in every state, a clock to move, a mailbox and a guided story. */
@NullMarked
package io.mingjing.web.demo;

import org.jspecify.annotations.NullMarked;
