package io.mingjing.identity;

/** What is compared at sign-in. */
record Credentials(String userId, String passwordHash, boolean mustChangePassword, boolean active, int version) {}
