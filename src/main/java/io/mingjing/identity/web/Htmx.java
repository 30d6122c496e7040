package io.mingjing.identity.web;

import jakarta.servlet.http.HttpServletRequest;

/** Whether a part of a page is asked for; such a request must never be sent to another page. */
final class Htmx {

    private Htmx() {}

    static boolean asks(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
