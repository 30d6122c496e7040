package io.mingjing.identity.web;

import io.mingjing.identity.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The sign-in page and the box over a page whose session ended. */
@Controller
class SignInController {

    /** Request attribute: why the try before failed, {@code wrong} or {@code locked}. */
    static final String REASON = SignInController.class.getName() + ".reason";

    private final CurrentUser currentUser;
    private final boolean demo;

    SignInController(CurrentUser currentUser, @Value("${mingjing.demo:false}") boolean demo) {
        this.currentUser = currentUser;
        this.demo = demo;
    }

    @GetMapping("/login")
    String page(HttpServletRequest request, Model model) {
        if (currentUser.find().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("reason", reason(request));
        model.addAttribute("demo", demo);
        return "identity/login";
    }

    /** Also the target of a failed try in the box, which arrives as a forwarded POST. */
    @RequestMapping(
            path = "/login-box",
            method = {RequestMethod.GET, RequestMethod.POST})
    String box(HttpServletRequest request, Model model) {
        Object reason = request.getAttribute(REASON);
        model.addAttribute("reason", reason);
        return "identity/login-box :: box";
    }

    private static @Nullable String reason(HttpServletRequest request) {
        for (String reason : new String[] {"wrong", "locked", "signedOut", "ended"}) {
            if (request.getParameter(reason) != null) {
                return reason;
            }
        }
        return null;
    }
}
