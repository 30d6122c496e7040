package io.mingjing.identity;

import io.mingjing.shared.Role;
import org.jspecify.annotations.Nullable;

/** One row per person and role; a person without roles has one row with none. */
record UserRow(
        String id,
        String login,
        String name,
        String organId,
        @Nullable String email,
        boolean active,
        String locale,
        @Nullable Role role) {}
