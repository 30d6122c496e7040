/** The worklist as its readers and machines meet it. */
@NullMarked
package io.mingjing.worklist.web;

import org.jspecify.annotations.NullMarked;
