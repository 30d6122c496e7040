package io.mingjing.identity.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** What the API answers before any controller is reached: problem details like everywhere else in it. */
@Component
class ApiProblems {

    private final RefusalTexts texts;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    ApiProblems(RefusalTexts texts, LocaleResolver locales, ObjectMapper json) {
        this.texts = texts;
        this.locales = locales;
        this.json = json;
    }

    /** 401, with the challenge that RFC 7235 asks for. */
    void unauthorised(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"mingjing\", charset=\"UTF-8\"");
        boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        String code = why instanceof LockedException ? "LOCKED_OUT" : tried ? "BAD_CREDENTIALS" : "NOT_SIGNED_IN";
        write(request, response, HttpStatus.UNAUTHORIZED, Refusal.forbidden(code));
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, Refusal.forbidden("NOT_ALLOWED"));
    }

    void mustChangePassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, Refusal.forbidden("PASSWORD_MUST_CHANGE"));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, Refusal refusal)
            throws IOException {
        Locale locale = locales.resolveLocale(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, texts.of(refusal, locale));
        problem.setProperty("code", refusal.code());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
