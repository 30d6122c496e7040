package io.mingjing.identity;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The person at the other end of this request, with the rights of this moment (never those of the sign-in). */
@Component
public class CurrentUser {

    private static final String ATTRIBUTE = CurrentUser.class.getName();

    private final People people;

    CurrentUser(People people) {
        this.people = people;
    }

    /** The actor; refused where nobody is signed in. */
    public Actor actor() {
        return find().orElseThrow(() -> Refusal.forbidden("NOT_SIGNED_IN"));
    }

    /** The actor, or empty on public pages and for accounts closed in the meantime. Read once per request. */
    public Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        String login = authentication.getName();
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return load(login);
        }
        String key = ATTRIBUTE + ":" + login;
        if (request.getAttribute(key, RequestAttributes.SCOPE_REQUEST) instanceof Actor known) {
            return Optional.of(known);
        }
        Optional<Actor> loaded = load(login);
        loaded.ifPresent(actor -> request.setAttribute(key, actor, RequestAttributes.SCOPE_REQUEST));
        return loaded;
    }

    private Optional<Actor> load(String login) {
        return people.findByLogin(login).filter(Person::active).map(people::actor);
    }
}
