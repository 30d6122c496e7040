package io.mingjing.portal.web;

import io.mingjing.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a visitor without account may see in this session: the draft at hand, and the application found last. */
final class PortalSession {

    private static final String DRAFT = "portal.draft";
    private static final String CASE = "portal.case";
    private static final String APPLICATION = "portal.application";

    private PortalSession() {}

    static Optional<String> draft(HttpServletRequest request) {
        return text(request, DRAFT);
    }

    /** @throws Refusal {@code DRAFT_CLOSED} where none was begun, or the session ended */
    static String requireDraft(HttpServletRequest request) {
        return draft(request).orElseThrow(() -> Refusal.notFound("DRAFT_CLOSED"));
    }

    static void holdDraft(HttpServletRequest request, String code) {
        request.getSession().setAttribute(DRAFT, code);
    }

    static void dropDraft(HttpServletRequest request) {
        request.getSession().removeAttribute(DRAFT);
    }

    static Optional<String> caseId(HttpServletRequest request) {
        return text(request, CASE);
    }

    /** @throws Refusal {@code TRACK_FIRST} where no case was found in this session */
    static String requireCase(HttpServletRequest request) {
        return caseId(request).orElseThrow(() -> Refusal.notFound("TRACK_FIRST"));
    }

    static Optional<String> applicationCode(HttpServletRequest request) {
        return text(request, APPLICATION);
    }

    static void holdFound(HttpServletRequest request, @Nullable String caseId, @Nullable String applicationCode) {
        HttpSession session = request.getSession();
        session.setAttribute(CASE, caseId);
        session.setAttribute(APPLICATION, applicationCode);
    }

    private static Optional<String> text(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(name) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
