/** Pages, machine interface and workbooks of the ledgers. */
@NullMarked
package io.mingjing.statistics.web;

import org.jspecify.annotations.NullMarked;
