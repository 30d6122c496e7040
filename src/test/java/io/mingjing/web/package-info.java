/** Tests of the frame, the form renderer and the conventions of all pages. */
@NullMarked
package io.mingjing.web;

import org.jspecify.annotations.NullMarked;
