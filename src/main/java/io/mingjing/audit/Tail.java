package io.mingjing.audit;

/** The last entry of the chain or of a stream. */
record Tail(long seq, String hash) {}
