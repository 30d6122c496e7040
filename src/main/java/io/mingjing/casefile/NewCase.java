package io.mingjing.casefile;

import io.mingjing.shared.Area;
import java.time.LocalDate;
import java.util.List;

/**
 * What is needed to enter a case in the register.
 *
 * @param kind key of the process that will handle it
 * @param governmentId government whose case it is
 * @param receivedOn legal day of receipt, not in the future; also stored as the key date {@code received}
 */
public record NewCase(
        Area area, String kind, String title, String governmentId, LocalDate receivedOn, List<NewParty> parties) {

    public NewCase {
        parties = List.copyOf(parties);
    }
}
