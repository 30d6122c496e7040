/** The frame of all pages: layout, menu, errors, languages, forms, home, and the case and task pages that modules fill. */
@NullMarked
package io.mingjing.web;

import org.jspecify.annotations.NullMarked;
