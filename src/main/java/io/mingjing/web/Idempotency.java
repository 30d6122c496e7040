package io.mingjing.web;

import io.mingjing.identity.RealTime;
import io.mingjing.shared.Refusal;
import io.mingjing.web.IdempotencyMapper.GivenAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Idempotency-Key on the POSTs of the API: the same key twice creates one. The key is a row that is written first, in the
 * very transaction in which the request creates, so a second request with it waits and then gets the answer of the first.
 * Only successful answers are kept: after a refusal or a fault nothing was created and the key is free again. A key
 * belongs to one account and lives seven days. Runs behind the security filters.
 */
class Idempotency extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    /** Tells that the answer is an earlier one. */
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Duration LIFE = Duration.ofDays(7);
    private static final Duration BETWEEN_CLEANUPS = Duration.ofHours(1);

    private final IdempotencyMapper mapper;
    private final TransactionTemplate transaction;
    private final Clock realTime;
    private final ApiFaults faults;
    private final AtomicLong cleanedAt = new AtomicLong();

    Idempotency(
            IdempotencyMapper mapper,
            PlatformTransactionManager transactions,
            @RealTime Clock realTime,
            ApiFaults faults) {
        this.mapper = mapper;
        this.transaction = new TransactionTemplate(transactions);
        this.realTime = realTime;
        this.faults = faults;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !"POST".equals(request.getMethod())
                || !Requests.isApi(request)
                || request.getRemoteUser() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            faults.refuse(Refusal.invalid("IDEMPOTENCY_KEY_FORM"), request, response);
            return;
        }
        cleanUp();
        boolean json = isJson(request);
        RepeatableRequest readable = json ? new RepeatableRequest(request) : null;
        HttpServletRequest passed = readable == null ? request : readable;
        String digest = digest(request, readable == null ? new byte[0] : readable.body());
        String login = request.getRemoteUser();
        Optional<GivenAnswer> given = mapper.findByKey(login, key);
        if (given.isPresent()) {
            replay(given.get(), digest, request, response);
            return;
        }
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        try {
            transaction.executeWithoutResult(status -> {
                mapper.insert(login, key, digest, now());
                call(chain, passed, caught);
                if (caught.getStatus() / 100 == 2) {
                    mapper.updateAnswer(login, key, answer(digest, caught));
                } else {
                    status.setRollbackOnly();
                }
            });
        } catch (DuplicateKeyException e) { // the first request with this key has just committed
            Optional<GivenAnswer> first = mapper.findByKey(login, key);
            if (first.isEmpty()) {
                throw e;
            }
            replay(first.get(), digest, request, response);
            return;
        } catch (ChainFault fault) {
            fault.rethrow();
        }
        caught.copyBodyToResponse();
    }

    private void replay(GivenAnswer answer, String digest, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!answer.requestDigest().equals(digest)) {
            faults.refuse(Refusal.invalid("IDEMPOTENCY_KEY_REUSED"), request, response);
            return;
        }
        response.setHeader(REPLAYED, "true");
        response.setStatus(answer.status() == null ? HttpServletResponse.SC_OK : answer.status());
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        String body = answer.body();
        if (body != null) {
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static GivenAnswer answer(String digest, ContentCachingResponseWrapper caught) {
        return new GivenAnswer(
                digest,
                caught.getStatus(),
                caught.getHeader(HttpHeaders.LOCATION),
                caught.getContentType(),
                new String(caught.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static void call(FilterChain chain, HttpServletRequest request, HttpServletResponse response) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new ChainFault(new UncheckedIOException(e));
        } catch (ServletException e) {
            throw new ChainFault(e);
        }
    }

    private void cleanUp() {
        Instant now = now();
        long last = cleanedAt.get();
        boolean late = now.getEpochSecond() - last > BETWEEN_CLEANUPS.toSeconds();
        if (late && cleanedAt.compareAndSet(last, now.getEpochSecond())) {
            mapper.deleteOlder(now.minus(LIFE));
        }
    }

    private Instant now() {
        return realTime.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Uploads are told apart by their size: their body is read by the upload itself. */
    private static String digest(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            String query = request.getQueryString();
            sha256.update((query == null ? "" : query).getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            sha256.update(
                    body.length > 0
                            ? body
                            : Long.toString(request.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** Carries a fault of the chain through the transaction, so that it rolls back. */
    private static final class ChainFault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ChainFault(Exception cause) {
            super(cause);
        }

        void rethrow() throws ServletException {
            if (getCause() instanceof ServletException fault) {
                throw fault;
            }
            throw new ServletException(getCause());
        }
    }
}
