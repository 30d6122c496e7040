package io.mingjing.casefile;

import java.time.Instant;

/** A person kept away from a case 回避. */
public record Recusal(String userId, String name, String reason, Instant recusedAt) {}
