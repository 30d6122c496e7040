package io.mingjing.audit;

/** One personal value of one entry, with the salt of its digest. */
record PersonalRow(long entrySeq, String name, String salt, String content) {}
