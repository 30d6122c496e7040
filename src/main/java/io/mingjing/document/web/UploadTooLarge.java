package io.mingjing.document.web;

import io.mingjing.document.Attachments;
import io.mingjing.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** A file that the server cuts off is refused in the same words as one that is measured. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadTooLarge {

    private final HandlerExceptionResolver refusals;

    UploadTooLarge(@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    @Nullable
    ModelAndView on(MaxUploadSizeExceededException tooLarge, HttpServletRequest request, HttpServletResponse response) {
        return refusals.resolveException(
                request, response, null, Refusal.invalid("FILE_TOO_LARGE", Attachments.MAX_SIZE / (1024 * 1024)));
    }
}
