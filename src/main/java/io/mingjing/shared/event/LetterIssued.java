package io.mingjing.shared.event;

import java.time.LocalDate;

/** A letter has got its number and is frozen. */
public record LetterIssued(String caseId, String letterId, String type, String number, LocalDate issuedOn) {}
