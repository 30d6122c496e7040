package io.mingjing.identity.web;

import java.io.Serial;
import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who is signed in, as kept in the session. Rights are read anew with each request, see {@code CurrentUser}. */
record Account(String userId, String login, boolean mustChangePassword)
        implements AuthenticatedPrincipal, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return login;
    }
}
