package io.mingjing.web;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns a refusal into an answer: problem details (RFC 9457) for the API, a notice for a part of a page, a page
 * otherwise. Pages that can do better (a form that keeps its values) catch the refusal themselves.
 */
@ControllerAdvice
class RefusalAdvice {

    private final RefusalTexts texts;
    private final FrameAdvice frames;

    RefusalAdvice(RefusalTexts texts, FrameAdvice frames) {
        this.texts = texts;
        this.frames = frames;
    }

    @ExceptionHandler(Refusal.class)
    Object on(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (Requests.isApi(request)) {
            return ResponseEntity.status(status(refusal))
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(refusal, locale));
        }
        Model model = new ExtendedModelMap();
        model.addAttribute("status", status(refusal).value());
        model.addAttribute("text", texts.of(refusal, locale));
        model.addAttribute("fields", texts.fields(refusal.errors(), locale));
        model.addAttribute("frame", frames.frame(request));
        return new ModelAndView(Requests.errorView(request, response), model.asMap(), status(refusal));
    }

    private ProblemDetail problem(Refusal refusal, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(refusal), texts.of(refusal, locale));
        problem.setProperty("code", refusal.code());
        if (!refusal.errors().isEmpty()) {
            problem.setProperty("errors", texts.fields(refusal.errors(), locale));
        }
        return problem;
    }

    static HttpStatus status(Refusal refusal) {
        return HttpStatus.valueOf(refusal.kind().status());
    }
}
