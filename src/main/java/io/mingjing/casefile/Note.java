package io.mingjing.casefile;

import java.time.Instant;

/** An internal note to a case; organs and parties never see it. */
public record Note(String id, String caseId, String body, String authorId, String authorName, Instant writtenAt) {}
