package io.mingjing.identity.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.People;
import io.mingjing.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing one's own password. Afterwards every session of the account has ended, this one too: sign in anew. */
@Controller
class PasswordController {

    private final CurrentUser currentUser;
    private final People people;

    PasswordController(CurrentUser currentUser, People people) {
        this.currentUser = currentUser;
        this.people = people;
    }

    @GetMapping("/password")
    String page(Authentication authentication, Model model) {
        model.addAttribute("errors", Map.of());
        model.addAttribute("must", MustChangePassword.applies(authentication));
        return "identity/password";
    }

    @PostMapping("/password")
    String change(
            @RequestParam String before,
            @RequestParam String after,
            @RequestParam String again,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Map<String, Refusal.FieldError> errors = new LinkedHashMap<>();
        if (!after.equals(again)) {
            errors.put("again", Refusal.FieldError.of("again", "PASSWORD_DIFFERS"));
        } else {
            try {
                people.changePassword(before, after, currentUser.actor());
                new SecurityContextLogoutHandler().logout(request, response, authentication);
                return "redirect:/login?ended";
            } catch (Refusal refusal) {
                if (refusal.errors().isEmpty()) {
                    throw refusal;
                }
                refusal.errors().forEach(error -> errors.put(error.field(), error));
            }
        }
        response.setStatus(422);
        model.addAttribute("errors", errors);
        model.addAttribute("must", MustChangePassword.applies(authentication));
        return "identity/password";
    }
}
