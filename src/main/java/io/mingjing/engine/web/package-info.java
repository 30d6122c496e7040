/** Cockpit behind the application's own sign-in. */
@NullMarked
package io.mingjing.engine.web;

import org.jspecify.annotations.NullMarked;
