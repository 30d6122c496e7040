package io.mingjing.review.web;

import io.mingjing.review.NewPartyView;
import io.mingjing.review.PartyView.Ground;
import io.mingjing.review.PartyView.Way;
import io.mingjing.review.ReviewStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page 听取意见 as it was typed. {@code officers} are names. */
record ViewForm(
        @Nullable String partyId,
        @Nullable Way way,
        @Nullable Ground ground,
        @Nullable LocalDate heardOn,
        @Nullable String place,
        @Nullable String speaker,
        @Nullable List<String> officers,
        @Nullable String body,
        boolean signed,
        @Nullable String unsignedReason) {

    static ViewForm blank(@Nullable String partyId, LocalDate today) {
        return new ViewForm(partyId, Way.IN_PERSON, null, today, null, null, List.of(), null, false, null);
    }

    NewPartyView given() {
        return new NewPartyView(
                Objects.toString(partyId, ""),
                way == null ? Way.IN_PERSON : way,
                ground,
                heardOn,
                place,
                speaker,
                names(),
                body,
                signed,
                unsignedReason);
    }

    /** Names chosen, or typed with 、 between them. */
    List<String> names() {
        return officers == null
                ? List.of()
                : officers.stream()
                        .flatMap(name -> ReviewStaff.names(name).stream())
                        .toList();
    }

    /** Whether that colleague is chosen. */
    public boolean heardBy(String name) {
        return names().contains(name);
    }
}
