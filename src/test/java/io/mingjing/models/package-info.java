/** The models themselves under test: their conventions, their forms and texts, their tables. */
@NullMarked
package io.mingjing.models;

import org.jspecify.annotations.NullMarked;
