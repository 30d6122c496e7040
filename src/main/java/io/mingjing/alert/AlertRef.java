package io.mingjing.alert;

/**
 * What an alert hangs on. With a new version the same thing is said anew, and what was said of older ones is withdrawn.
 *
 * @param id id of a limit, a task or a letter
 * @param version version of its dates; 0 where it has none
 */
public record AlertRef(String id, int version) {}
