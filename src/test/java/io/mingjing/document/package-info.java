/** Tests of files and letters. */
@NullMarked
package io.mingjing.document;

import org.jspecify.annotations.NullMarked;
