package io.mingjing.statistics;

import java.time.LocalDate;
import java.util.Map;

/**
 * A line of a ledger.
 *
 * @param cells text by column; a column without one is empty
 */
public record LedgerRow(String caseId, LocalDate receivedOn, Map<ReviewColumn, String> cells) {

    public String cell(ReviewColumn column) {
        return cells.getOrDefault(column, "");
    }
}
