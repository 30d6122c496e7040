/** The catalogue and the calculator, as API and as a page. */
@NullMarked
package io.mingjing.time.web;

import org.jspecify.annotations.NullMarked;
