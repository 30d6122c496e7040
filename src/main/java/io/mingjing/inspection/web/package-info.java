/** Pages and API of the inspection of cases. */
@NullMarked
package io.mingjing.inspection.web;

import org.jspecify.annotations.NullMarked;
