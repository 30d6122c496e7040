/** Pages and API of files and letters. */
@NullMarked
package io.mingjing.document.web;

import org.jspecify.annotations.NullMarked;
