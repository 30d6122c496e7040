package io.mingjing.web;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout shows around every page.
 *
 * @param actor who is signed in; null on public pages
 * @param organ short name of that person's organ
 * @param demo whether the demonstration bar is shown
 */
public record Frame(@Nullable Actor actor, @Nullable String organ, boolean demo) {

    public boolean isSignedIn() {
        return actor != null;
    }

    public String getUserId() {
        return actor == null ? "" : actor.userId();
    }

    public String getName() {
        return actor == null ? "" : actor.name();
    }

    public @Nullable String getOrgan() {
        return organ;
    }

    public boolean isDemo() {
        return demo;
    }

    public List<MenuItem> getMenu() {
        return actor == null ? List.of() : MenuItem.of(actor.roles());
    }

    /** All roles, in their official order. */
    public List<Role> getRoles() {
        return actor == null ? List.of() : actor.roles().stream().sorted().toList();
    }

    /** The first role; null without any. */
    public @Nullable Role getRole() {
        return getRoles().stream().findFirst().orElse(null);
    }

    /** Whether the go-to box makes sense: administrators see no case. */
    public boolean isSeesCases() {
        return offers("cases");
    }

    /** Whether tasks can come to this person. */
    public boolean isWorks() {
        return offers("worklist");
    }

    /** Whether this person hands over the work of others. */
    public boolean isHandsOver() {
        return actor != null && actor.hasAny(Role.UNIT_HEAD, Role.ADMIN);
    }

    /** Whether this person declares relations: the staff that handles or decides cases. */
    public boolean isDeclares() {
        return actor != null
                && actor.hasAny(
                        Role.INTAKE_CLERK,
                        Role.REVIEW_OFFICER,
                        Role.UNIT_HEAD,
                        Role.ORGAN_HEAD,
                        Role.GOV_OFFICE,
                        Role.SUPERVISOR,
                        Role.FILING_OFFICER);
    }

    private boolean offers(String item) {
        return getMenu().stream().anyMatch(one -> one.id().equals(item));
    }
}
