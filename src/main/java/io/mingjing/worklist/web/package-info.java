/** The worklist's page and its API. */
@NullMarked
package io.mingjing.worklist.web;

import org.jspecify.annotations.NullMarked;
