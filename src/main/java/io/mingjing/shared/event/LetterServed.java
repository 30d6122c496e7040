package io.mingjing.shared.event;

import java.time.LocalDate;

/** A letter has been served on one recipient. {@code allServed} tells whether it was the last one. */
public record LetterServed(
        String caseId, String letterId, String type, String recipientId, LocalDate servedOn, boolean allServed) {}
