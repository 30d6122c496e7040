/** Rules about the shape of the project, held against the code, the models and the documents. */
@NullMarked
package io.mingjing.structure;

import org.jspecify.annotations.NullMarked;
