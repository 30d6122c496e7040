package io.mingjing.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds people with a one-time password at the page that replaces it. Only in the filter chains, never a bean. */
class MustChangePassword extends OncePerRequestFilter {

    /** What is answered instead of what was asked for. */
    @FunctionalInterface
    interface Answer {
        void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private final RequestMatcher open;
    private final Answer answer;

    MustChangePassword(RequestMatcher open, Answer answer) {
        this.open = open;
        this.answer = answer;
    }

    static boolean applies(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getPrincipal() instanceof Account account
                && account.mustChangePassword();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (open.matches(request) || !applies(SecurityContextHolder.getContext().getAuthentication())) {
            chain.doFilter(request, response);
        } else {
            answer.write(request, response);
        }
    }
}
