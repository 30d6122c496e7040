package io.mingjing.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What the API answers where no controller refuses: requests that cannot be read or do not fit, and faults of ours.
 * Refusals themselves are said by {@link RefusalAdvice}; pages have {@link ErrorPages}. A fault is logged here, once, with
 * the reference that the answer carries.
 */
@Component
class ApiFaults implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiFaults.class);

    /** Status and refusal that say a fault. */
    private record Answer(HttpStatus status, Refusal refusal) {}

    private final RefusalTexts texts;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    ApiFaults(RefusalTexts texts, LocaleResolver locales, ObjectMapper json) {
        this.texts = texts;
        this.locales = locales;
        this.json = json;
    }

    /** Before Spring's own resolvers, whose answers say neither code nor language. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        boolean mine = Requests.isApi(request)
                && !(fault instanceof Refusal)
                && !(fault instanceof AccessDeniedException)
                && !(fault instanceof AuthenticationException)
                && !response.isCommitted();
        if (!mine) {
            return null;
        }
        Answer answer = answer(fault, RequestReference.of(request));
        if (answer.status().is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), fault);
        }
        try {
            write(answer, request, response);
        } catch (IOException gone) {
            LOG.debug("the reader of an answer is gone", gone);
        }
        return new ModelAndView();
    }

    /** Says a refusal from outside any controller. */
    void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(new Answer(RefusalAdvice.status(refusal), refusal), request, response);
    }

    private static Answer answer(Exception fault, @Nullable String reference) {
        if (fault instanceof HttpMessageNotReadableException unreadable) {
            return new Answer(HttpStatus.BAD_REQUEST, unreadable(unreadable));
        }
        if (fault instanceof MethodArgumentTypeMismatchException mismatch) {
            return parameter(mismatch.getName());
        }
        if (fault instanceof MissingServletRequestParameterException missing) {
            return parameter(missing.getParameterName());
        }
        if (fault instanceof NoHandlerFoundException || fault instanceof NoResourceFoundException) {
            return new Answer(HttpStatus.NOT_FOUND, Refusal.notFound("NO_SUCH_ADDRESS"));
        }
        if (fault instanceof HttpRequestMethodNotSupportedException method) {
            return new Answer(HttpStatus.METHOD_NOT_ALLOWED, Refusal.invalid("METHOD_NOT_ALLOWED", method.getMethod()));
        }
        if (fault instanceof HttpMediaTypeNotSupportedException) {
            return new Answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, Refusal.invalid("MEDIA_TYPE_NOT_SUPPORTED"));
        }
        if (fault instanceof HttpMediaTypeNotAcceptableException) {
            return new Answer(HttpStatus.NOT_ACCEPTABLE, Refusal.invalid("NOT_ACCEPTABLE"));
        }
        if (fault instanceof MaxUploadSizeExceededException) {
            return new Answer(HttpStatus.PAYLOAD_TOO_LARGE, Refusal.invalid("TOO_LARGE"));
        }
        if (fault instanceof ConcurrencyFailureException) {
            return new Answer(HttpStatus.CONFLICT, Refusal.conflict("TRY_AGAIN"));
        }
        if (fault instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
            return new Answer(status == null ? HttpStatus.BAD_REQUEST : status, Refusal.invalid("MALFORMED_BODY"));
        }
        return new Answer(
                HttpStatus.INTERNAL_SERVER_ERROR, Refusal.invalid("UNEXPECTED", reference == null ? "-" : reference));
    }

    private static Answer parameter(String name) {
        return new Answer(HttpStatus.BAD_REQUEST, Refusal.invalid("MALFORMED_PARAMETER", name));
    }

    /** Names the field where the parser knows it. */
    private static Refusal unreadable(HttpMessageNotReadableException fault) {
        if (fault.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            StringBuilder path = new StringBuilder();
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() != null) {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                } else {
                    path.append('[').append(step.getIndex()).append(']');
                }
            }
            String code = mapping instanceof UnrecognizedPropertyException ? "UNKNOWN" : "FORMAT";
            return Refusal.fields(List.of(Refusal.FieldError.of(path.toString(), code)));
        }
        return Refusal.invalid("MALFORMED_BODY");
    }

    private void write(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locales.resolveLocale(request);
        Refusal refusal = answer.refusal();
        boolean fields = !refusal.errors().isEmpty();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(answer.status(), texts.of(refusal, locale));
        problem.setProperty("code", fields ? "MALFORMED_BODY" : refusal.code());
        if (fields) {
            problem.setProperty("errors", texts.fields(refusal.errors(), locale));
        }
        String reference = RequestReference.of(request);
        if (reference != null) {
            problem.setProperty("reference", reference);
        }
        response.setStatus(answer.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
