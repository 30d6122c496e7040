package io.mingjing.identity;

import io.mingjing.shared.Role;

/** A role of somebody who is away, and where it was held. */
record LentRole(Role role, String organId, String governmentId) {}
