package io.mingjing.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows which requests a page makes by itself: its stream, and what it asks anew because of it, marked by the header
 * {@value #HEADER}. They do not count as use of the session, so that a page left open does not keep it alive for ever.
 */
final class QuietRequests extends OncePerRequestFilter {

    static final String HEADER = "X-Mingjing-Quiet";

    private static final String STREAM = "/live";
    private static final ThreadLocal<Boolean> QUIET = new ThreadLocal<>();

    static boolean isQuiet() {
        return Boolean.TRUE.equals(QUIET.get());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!"GET".equals(request.getMethod())
                || (request.getHeader(HEADER) == null
                        && !request.getRequestURI().equals(request.getContextPath() + STREAM))) {
            chain.doFilter(request, response);
            return;
        }
        QUIET.set(Boolean.TRUE);
        try {
            chain.doFilter(request, response);
        } finally {
            QUIET.remove();
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false; // the end of a stream is a dispatch of its own
    }
}
