/**
 * Measurements, run by hand and never by the build: {@code mvn -Pbench test-compile exec:java -Dbench=<class>}. What they
 * found stands in {@code src/docs/benchmarks.md}.
 */
@NullMarked
package io.mingjing.bench;

import org.jspecify.annotations.NullMarked;
