package io.mingjing.supervision.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.supervision.Supervision;
import java.time.Clock;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The board of red lights, month by month. */
@Controller
class SupervisionController {

    private final Supervision supervision;
    private final CurrentUser user;
    private final Clock clock;

    SupervisionController(Supervision supervision, CurrentUser user, Clock clock) {
        this.supervision = supervision;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/supervision")
    String board(
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM") @Nullable YearMonth month,
            Model model) {
        Actor actor = user.actor();
        YearMonth shown = month == null ? YearMonth.now(clock) : month;
        model.addAttribute("month", shown);
        model.addAttribute("lights", supervision.lights(shown, actor));
        model.addAttribute("mayRaise", actor.has(Role.SUPERVISOR));
        return "supervision/board";
    }
}
