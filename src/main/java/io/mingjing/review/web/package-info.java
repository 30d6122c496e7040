/** Registration of applications, as a page and in the API. */
@NullMarked
package io.mingjing.review.web;

import org.jspecify.annotations.NullMarked;
