/** Flyway migrations that cannot be plain SQL; the others are the files of the folder {@code sql/}. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
