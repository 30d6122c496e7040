/** Tests of Cockpit's sign-in. */
@NullMarked
package io.mingjing.engine.web;

import org.jspecify.annotations.NullMarked;
