package io.mingjing.casefile;

import java.time.Instant;

/**
 * Why a step is done again.
 *
 * @param taskKey the step that sent the work back
 * @param byName who did
 */
public record Returned(String taskKey, String byName, Instant at, String reason) {}
