package io.mingjing.identity.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.identity.SignIns;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * What follows a sign-in on a page: the page that was asked for, or, in the box over a page whose session ended, only
 * the news that it may go on.
 */
@Component
class PageSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final SignIns signIns;
    private final People people;
    private final LocaleResolver locales;
    private final ObjectMapper json;
    private final SavedRequestAwareAuthenticationSuccessHandler toAskedPage =
            new SavedRequestAwareAuthenticationSuccessHandler();

    PageSignIn(SignIns signIns, People people, LocaleResolver locales, ObjectMapper json) {
        this.signIns = signIns;
        this.people = people;
        this.locales = locales;
        this.json = json;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        Person person = people.findByLogin(authentication.getName()).orElseThrow();
        signIns.began(person, request.getRemoteAddr());
        locales.setLocale(request, response, Locale.forLanguageTag(person.locale()));
        if (!Htmx.asks(request)) {
            toAskedPage.onAuthenticationSuccess(request, response, authentication);
            return;
        }
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Map<String, Object> news = Map.of("signed-in", Map.of("csrf", token.getToken(), "user", person.id()));
        response.setHeader("HX-Trigger", json.writeValueAsString(news));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        String reason = why instanceof LockedException ? "locked" : "wrong";
        if (Htmx.asks(request)) {
            request.setAttribute(SignInController.REASON, reason);
            response.setStatus(422);
            request.getRequestDispatcher("/login-box").forward(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?" + reason);
        }
    }
}
