/** What the tests of every module stand on: real databases, a driven clock, the whole application or the bare engine. */
@NullMarked
package io.mingjing.testing;

import org.jspecify.annotations.NullMarked;
