/** Tests of the demonstration: its six weeks lived through the real services. */
@NullMarked
package io.mingjing.web.demo;

import org.jspecify.annotations.NullMarked;
