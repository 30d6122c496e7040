package io.mingjing.document;

import java.util.Map;

/**
 * Facts of a case that a letter may name. Fields written in the draft win over them. Values are text, numbers, {@link
 * java.time.LocalDate} (printed as 2026年3月9日), booleans for optional passages, or lists of text (printed as one
 * paragraph each).
 *
 * <p>Names that the templates shipped here use: {@code organName} the government that decides, {@code unitName} the
 * justice bureau, {@code caseNo}, {@code registerNo}, {@code applicant}, {@code respondent}, {@code thirdParty}, {@code
 * responsible}, {@code filingOrgan} (names joined by 、), {@code receivedOn}, {@code acceptedOn}. The fields of each
 * letter stand in {@code bpmn/<area>/letters/letters.yml}.
 */
public interface LetterFacts {

    Map<String, Object> of(String caseId, LetterType type);
}
