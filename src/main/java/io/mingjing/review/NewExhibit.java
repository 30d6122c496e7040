package io.mingjing.review;

import io.mingjing.casefile.PartyRole;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as it is entered.
 *
 * @param withheld the party could have shown it to the authority before and did not (实施条例 art. 47)
 * @param attachmentId the scan; null where it is on paper only
 */
public record NewExhibit(
        PartyRole partyRole,
        String title,
        String proves,
        @Nullable Integer pages,
        @Nullable LocalDate receivedOn,
        boolean withheld,
        @Nullable String attachmentId) {}
