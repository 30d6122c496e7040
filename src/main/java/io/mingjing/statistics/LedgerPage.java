package io.mingjing.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a ledger.
 *
 * @param next where the next page goes on; null on the last
 */
public record LedgerPage(List<LedgerRow> rows, @Nullable String next) {}
