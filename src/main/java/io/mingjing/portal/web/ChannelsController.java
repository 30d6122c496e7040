package io.mingjing.portal.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.portal.Channels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For which governments the portal is the designated internet channel: a setting of the administrator. */
@Controller
@RequestMapping("/admin/portal")
class ChannelsController {

    private final Channels channels;
    private final CurrentUser user;

    ChannelsController(Channels channels, CurrentUser user) {
        this.channels = channels;
        this.user = user;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("channels", channels.all(user.actor()));
        return "portal/channels";
    }

    @PostMapping("/{governmentId}")
    String set(@PathVariable String governmentId, @RequestParam(defaultValue = "false") boolean designated) {
        channels.set(governmentId, designated, user.actor());
        return "redirect:/admin/portal";
    }
}
