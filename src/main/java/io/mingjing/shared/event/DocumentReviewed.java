package io.mingjing.shared.event;

import java.time.LocalDate;

/**
 * The review of a document incidental to a case is over (行政复议法 art. 59, 60); what it was about is in the view {@code
 * review_v_incidental}.
 *
 * @param governmentPath path of the government that handles the case
 * @param finding LAWFUL, BEYOND_POWERS or AGAINST_HIGHER_LAW
 */
public record DocumentReviewed(String reviewId, String caseId, String governmentPath, String finding, LocalDate on) {}
