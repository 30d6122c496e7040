/** Case search, the tabs of the case page that belong to every area, and the API of a case. */
@NullMarked
package io.mingjing.casefile.web;

import org.jspecify.annotations.NullMarked;
