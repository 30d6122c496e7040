/** Tests of the pages and the API of a case. */
@NullMarked
package io.mingjing.casefile.web;

import org.jspecify.annotations.NullMarked;
