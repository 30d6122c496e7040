package io.mingjing.casefile.web;

import io.mingjing.casefile.ClockHealth;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows whether limits and timers agree, and lets an administrator mend what can be mended. */
@Controller
@RequestMapping("/admin/clock-health")
class ClockHealthController {

    private final ClockHealth health;
    private final CurrentUser user;
    private final MessageSource messages;

    ClockHealthController(ClockHealth health, CurrentUser user, MessageSource messages) {
        this.health = health;
        this.user = user;
        this.messages = messages;
    }

    @GetMapping
    String page(Model model) {
        Actor actor = user.actor();
        ClockHealth.Report report = health.report(actor);
        Map<ClockHealth.Fault, Long> counts = new EnumMap<>(ClockHealth.Fault.class);
        for (ClockHealth.Fault fault : ClockHealth.Fault.values()) {
            counts.put(fault, report.count(fault));
        }
        model.addAttribute("report", report);
        model.addAttribute("counts", counts);
        model.addAttribute("mayRepair", actor.has(Role.ADMIN));
        return "casefile/clock-health";
    }

    /** Each thing mended stands in the log; the page says how many there were and how many are left. */
    @PostMapping("/repair")
    String repair(RedirectAttributes flash, Locale locale) {
        List<ClockHealth.Finding> results = health.repair(user.actor());
        List<ClockHealth.Finding> mended =
                results.stream().filter(ClockHealth.Finding::repaired).toList();
        flash.addFlashAttribute("mended", mended);
        flash.addFlashAttribute(
                "done",
                messages.getMessage(
                        "casefile.clock.repaired",
                        new Object[] {mended.size(), results.size() - mended.size()},
                        locale));
        return "redirect:/admin/clock-health";
    }
}
