/** Tests of people, organs, sign-in and scope; and the office of the demonstration for all integration tests. */
@NullMarked
package io.mingjing.identity;

import org.jspecify.annotations.NullMarked;
