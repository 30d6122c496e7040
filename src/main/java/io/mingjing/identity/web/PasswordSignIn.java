package io.mingjing.identity.web;

import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.identity.SignIns;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks {@link SignIns} and says the answer in Spring Security's words. */
class PasswordSignIn implements AuthenticationProvider {

    private final SignIns signIns;
    private final People people;

    PasswordSignIn(SignIns signIns, People people) {
        this.signIns = signIns;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String address = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        SignIns.Answer answer = signIns.check(asked.getName(), String.valueOf(asked.getCredentials()), address);
        return switch (answer.result()) {
            case GOOD -> signedIn(Objects.requireNonNull(answer.person()), answer.mustChangePassword(), asked);
            case WRONG -> throw new BadCredentialsException("wrong name or password");
            case LOCKED -> throw new LockedException("too many wrong tries");
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private Authentication signedIn(Person person, boolean mustChangePassword, Authentication asked) {
        Account account = new Account(person.id(), person.login(), mustChangePassword);
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(account, null, authorities(person));
        token.setDetails(asked.getDetails());
        return token;
    }

    private List<GrantedAuthority> authorities(Person person) {
        return people.actor(person.id()).roles().stream()
                .sorted()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
