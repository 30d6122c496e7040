package io.mingjing.identity;

import io.mingjing.shared.Role;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account.
 *
 * @param login name typed at sign-in, lower case
 * @param roles the person's own roles, without those lent by delegation
 * @param locale language tag of the pages and mails, {@code zh-CN} or {@code en}
 */
public record Person(
        String id,
        String login,
        String name,
        String organId,
        Set<Role> roles,
        @Nullable String email,
        boolean active,
        String locale) {

    public Person {
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
