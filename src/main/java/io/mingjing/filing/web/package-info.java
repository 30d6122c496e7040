/** The register of filed documents. */
@NullMarked
package io.mingjing.filing.web;

import org.jspecify.annotations.NullMarked;
