package io.mingjing.identity;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one person may see, in the form the queries need. An officer sees the cases of the own government in the areas of
 * the own roles; supervising roles also those of the governments below; a contact sees what is addressed to the own
 * organ. Recusal is subtracted by the queries themselves.
 *
 * @param roles effective roles: the person's own and those lent by delegation today
 * @param governmentPath path of the own government; with {@code subtree} every path that begins with it is in scope
 * @param areas areas whose cases an officer sees; empty for people who hold no officer's role
 * @param subtree whether the governments below are in scope as well
 * @param officer whether the person sees cases of the own government at all
 * @param contact whether the person sees what is addressed to the own organ
 * @param poolKeys pools of tasks the person may claim from: {@code "REVIEW_OFFICER@<governmentId>"} or
 *     {@code "ORGAN_CONTACT@<organId>"}
 */
public record Sight(
        String userId,
        Set<Role> roles,
        String organId,
        String governmentId,
        String governmentPath,
        Set<Area> areas,
        boolean subtree,
        boolean officer,
        boolean contact,
        List<String> poolKeys) {

    public Sight {
        roles = Set.copyOf(roles);
        areas = areas.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(areas));
        poolKeys = List.copyOf(poolKeys);
    }

    static Sight of(Actor actor, Organ organ, Organ government) {
        Set<Area> areas = EnumSet.noneOf(Area.class);
        List<String> pools = new ArrayList<>();
        boolean officer = false;
        for (Role role : Role.values()) {
            if (!actor.has(role)) {
                continue;
            }
            areas.addAll(areasOf(role));
            if (role == Role.ORGAN_CONTACT) {
                pools.add(poolKey(role, organ.id()));
            } else if (role != Role.ADMIN && role != Role.ORGAN_STAFF) {
                officer = true;
                if (role != Role.AUDITOR) { // an auditor writes nothing, so no task waits for one
                    pools.add(poolKey(role, government.id()));
                }
            }
        }
        return new Sight(
                actor.userId(),
                actor.roles(),
                organ.id(),
                government.id(),
                government.path(),
                areas,
                actor.hasAny(Role.SUPERVISOR, Role.AUDITOR),
                officer,
                actor.has(Role.ORGAN_CONTACT),
                pools);
    }

    /** The key of a pool: of a government for officers, of an organ for contacts. */
    public static String poolKey(Role role, String organId) {
        return role.name() + "@" + organId;
    }

    private static Set<Area> areasOf(Role role) {
        return switch (role) {
            case REVIEW_OFFICER -> Set.of(Area.REVIEW);
            case SUPERVISOR -> Set.of(Area.SUPERVISION, Area.LITIGATION);
            case LITIGATION_OFFICER -> Set.of(Area.LITIGATION);
            case FILING_OFFICER, LEGAL_ADVISER -> Set.of(Area.FILING, Area.DECISION);
            case INTAKE_CLERK -> Set.of(Area.REVIEW, Area.FILING, Area.SUPERVISION);
            case UNIT_HEAD, ORGAN_HEAD, GOV_OFFICE, AUDITOR -> EnumSet.allOf(Area.class);
            case ORGAN_CONTACT, ORGAN_STAFF, ADMIN -> Set.of();
        };
    }
}
