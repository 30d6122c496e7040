package io.mingjing.web;

import io.mingjing.shared.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An entry of the main menu and the roles that see it; the text is {@code web.menu.<id>}. */
public record MenuItem(String id, String href, Set<Role> roles) {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> READERS = EnumSet.complementOf(EnumSet.of(Role.ADMIN, Role.ORGAN_STAFF));
    private static final Set<Role> WORKERS =
            EnumSet.complementOf(EnumSet.of(Role.ADMIN, Role.AUDITOR, Role.ORGAN_STAFF));
    private static final Set<Role> HEADS = EnumSet.of(Role.UNIT_HEAD, Role.ORGAN_HEAD, Role.GOV_OFFICE, Role.AUDITOR);

    private static final List<MenuItem> ALL = List.of(
            new MenuItem("home", "/", EVERYBODY),
            new MenuItem("worklist", "/worklist", WORKERS),
            new MenuItem("cases", "/cases", READERS),
            new MenuItem("online", "/online-applications", EnumSet.of(Role.INTAKE_CLERK)),
            new MenuItem(
                    "desk", "/review/register", EnumSet.of(Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD)),
            new MenuItem("organ", "/organ", EnumSet.of(Role.ORGAN_CONTACT, Role.ORGAN_STAFF)),
            new MenuItem("supervision", "/supervision", with(HEADS, Role.SUPERVISOR)),
            new MenuItem("filing", "/filing", with(HEADS, Role.INTAKE_CLERK, Role.FILING_OFFICER, Role.LEGAL_ADVISER)),
            new MenuItem(
                    "ledgers",
                    "/ledgers/review",
                    EnumSet.of(
                            Role.INTAKE_CLERK,
                            Role.REVIEW_OFFICER,
                            Role.UNIT_HEAD,
                            Role.ORGAN_HEAD,
                            Role.GOV_OFFICE,
                            Role.AUDITOR)),
            new MenuItem("calculator", "/calculator", EVERYBODY),
            new MenuItem("messages", "/messages", EVERYBODY),
            new MenuItem("audit", "/audit", EnumSet.of(Role.AUDITOR)),
            new MenuItem("calendar", "/admin/calendar", EnumSet.of(Role.UNIT_HEAD, Role.ADMIN)),
            new MenuItem("admin", "/admin", EnumSet.of(Role.ADMIN)));

    /** What a person with these roles finds in the menu, in order. */
    static List<MenuItem> of(Set<Role> roles) {
        return ALL.stream()
                .filter(item -> item.roles.stream().anyMatch(roles::contains))
                .toList();
    }

    private static Set<Role> with(Set<Role> roles, Role... more) {
        Set<Role> all = EnumSet.copyOf(roles);
        all.addAll(List.of(more));
        return all;
    }
}
