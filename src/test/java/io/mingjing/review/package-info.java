/** Tests of administrative review through its services. */
@NullMarked
package io.mingjing.review;

import org.jspecify.annotations.NullMarked;
