package io.mingjing.review;

import io.mingjing.review.PartyView.Ground;
import io.mingjing.review.PartyView.Way;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of views to be entered.
 *
 * @param officers names of who heard the party
 */
public record NewPartyView(
        String partyId,
        Way way,
        @Nullable Ground ground,
        @Nullable LocalDate heardOn,
        @Nullable String place,
        @Nullable String speaker,
        List<String> officers,
        @Nullable String body,
        boolean signed,
        @Nullable String unsignedReason) {

    public NewPartyView {
        officers = List.copyOf(officers);
    }
}
