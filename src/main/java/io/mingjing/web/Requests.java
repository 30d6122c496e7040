package io.mingjing.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What kind of answer a request wants. */
final class Requests {

    private static final String API = "/api/";

    private Requests() {}

    /** Whether machines ask: answers are JSON and problem details. Knows the first path of a forwarded error too. */
    static boolean isApi(HttpServletRequest request) {
        Object first = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = first instanceof String known ? known : request.getRequestURI();
        return path.startsWith(request.getContextPath() + API);
    }

    /** Whether htmx asks for a part of a page. */
    static boolean isFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request")) && !"true".equals(request.getHeader("HX-Boosted"));
    }

    /** The view that says why nothing was done: a notice on top of the page that asked, or a page of its own. */
    static String errorView(HttpServletRequest request, HttpServletResponse response) {
        if (!isFragment(request)) {
            return "web/error";
        }
        response.setHeader("HX-Retarget", "#mj-notices");
        response.setHeader("HX-Reswap", "innerHTML");
        return "web/parts :: refusal";
    }
}
