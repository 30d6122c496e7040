package io.mingjing.identity;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;

/** Who may change people and organs: administrators, and the system when it sets itself up. */
final class Permission {

    private Permission() {}

    static void requireAdmin(Actor actor) {
        if (!actor.isSystem() && !actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
    }
}
