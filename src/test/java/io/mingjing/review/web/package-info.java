/** Tests of the pages and the API of review. */
@NullMarked
package io.mingjing.review.web;

import org.jspecify.annotations.NullMarked;
