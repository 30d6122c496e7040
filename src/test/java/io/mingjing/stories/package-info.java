/** The main stories, told in a real browser as the people of the demo city. */
@NullMarked
package io.mingjing.stories;

import org.jspecify.annotations.NullMarked;
