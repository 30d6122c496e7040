/** Tests of the clock's API and page. */
@NullMarked
package io.mingjing.time.web;

import org.jspecify.annotations.NullMarked;
