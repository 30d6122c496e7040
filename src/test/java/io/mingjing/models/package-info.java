/** The models themselves under test: their tables, their texts and an engine in memory to run them. */
@NullMarked
package io.mingjing.models;

import org.jspecify.annotations.NullMarked;
