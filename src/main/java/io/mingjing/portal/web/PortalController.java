package io.mingjing.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of the portal. */
@Controller
class PortalController {

    @GetMapping("/portal")
    String home(HttpServletRequest request, Model model) {
        model.addAttribute("open", PortalSession.draft(request).isPresent());
        return "portal/home";
    }
}
