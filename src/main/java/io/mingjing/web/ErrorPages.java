package io.mingjing.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What remains when no page could answer: says what to do, gives the reference that stands in the log, nothing else. */
@Controller
class ErrorPages implements ErrorController {

    private final MessageSource messages;
    private final FrameAdvice frames;

    ErrorPages(MessageSource messages, FrameAdvice frames) {
        this.messages = messages;
        this.frames = frames;
    }

    @RequestMapping("/error")
    Object show(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        HttpStatus status = status(request);
        String text = text(status, locale);
        if (Requests.isApi(request)) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text);
            problem.setProperty("code", status.name());
            problem.setProperty("reference", RequestReference.of(request));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        ModelAndView page = new ModelAndView(
                Requests.errorView(request, response), Map.of("status", status.value(), "text", text), status);
        page.addObject("reference", RequestReference.of(request));
        page.addObject("frame", frames.frame(request));
        return page;
    }

    private String text(HttpStatus status, Locale locale) {
        String general = status.is5xxServerError() ? "web.error.500" : "web.error.400";
        String text = messages.getMessage("web.error." + status.value(), null, "", locale);
        return text == null || text.isEmpty() ? messages.getMessage(general, null, locale) : text;
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer known ? HttpStatus.resolve(known) : null;
        // Without a code somebody opened the address itself: there is nothing here.
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
