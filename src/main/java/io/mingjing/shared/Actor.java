package io.mingjing.shared;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, as known at the moment of the act.
 *
 * @param userId id of the person, or {@code "system"}
 * @param name display name at the time
 * @param organId organ the person belongs to; null for the system
 * @param organPath materialised path of that organ, {@code "/sy/hp/sfj/"}; null for the system
 * @param roles what the person may do
 */
public record Actor(
        String userId,
        String name,
        @Nullable String organId,
        @Nullable String organPath,
        Set<Role> roles) {

    /** The law acting on its own date, the sweeper, the importer: never a person. */
    public static final Actor SYSTEM = new Actor("system", "系统", null, null, Set.of());

    /** Somebody on the public portal, who has no account; what may be done there is checked by the portal itself. */
    public static final Actor PUBLIC = new Actor("portal", "互联网申请人", null, null, Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean isSystem() {
        return userId.equals(SYSTEM.userId);
    }

    /** Whether this is somebody on the public portal: the rights to a case do not follow from an organ then. */
    public boolean isPublic() {
        return userId.equals(PUBLIC.userId);
    }
}
