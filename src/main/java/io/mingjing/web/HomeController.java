package io.mingjing.web;

import io.mingjing.casefile.PendingDuties;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.worklist.DueCounts;
import io.mingjing.worklist.TaskList;
import io.mingjing.worklist.TaskQuery;
import io.mingjing.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what is due, each number opening its list, and the first of the own tasks. */
@Controller
class HomeController {

    private static final int FIRST = 8;

    private final Worklist worklist;
    private final PendingDuties duties;
    private final CurrentUser user;
    private final Clock clock;

    HomeController(Worklist worklist, PendingDuties duties, CurrentUser user, Clock clock) {
        this.worklist = worklist;
        this.duties = duties;
        this.user = user;
        this.clock = clock;
    }

    /**
     * A counter.
     *
     * @param light sign beside the number; null without
     */
    record Counter(
            String id, int number, String href, @Nullable String light) {

        /** Counting stops at a thousand. */
        public String getText() {
            return number > 999 ? "999+" : Integer.toString(number);
        }
    }

    @GetMapping("/")
    String home(Model model) {
        Actor actor = user.actor();
        if (actor.roles().equals(Set.of(Role.ORGAN_STAFF))) {
            return "redirect:/organ"; // all that a member of an organ has to do stands there
        }
        model.addAttribute("today", LocalDate.now(clock));
        boolean works =
                MenuItem.of(actor.roles()).stream().anyMatch(item -> item.id().equals("cases"));
        model.addAttribute("works", works);
        if (works) {
            model.addAttribute("counters", counters(worklist.dueCounts(actor), duties.count(actor)));
            model.addAttribute(
                    "mine",
                    worklist.list(TaskQuery.of(TaskList.MINE), actor).items().stream()
                            .limit(FIRST)
                            .toList());
            model.addAttribute("counts", worklist.counts(actor));
        }
        return "web/home";
    }

    private static List<Counter> counters(DueCounts due, PendingDuties.Counts pending) {
        return List.of(
                new Counter("today", due.today(), "/worklist?list=unit&due=today", null),
                new Counter("soon", due.soon(), "/worklist?list=unit&due=soon", "YELLOW"),
                new Counter("overdue", due.overdue(), "/worklist?list=unit&due=overdue", "RED"),
                new Counter("paused", due.paused(), "/worklist?list=unit&due=paused", "PAUSED"),
                new Counter("unsigned", pending.unsignedOrders(), "/cases?pending=UNSIGNED", null),
                new Counter("unserved", pending.unserved(), "/cases?pending=UNSERVED", null),
                new Counter("toArchive", due.toArchive(), "/worklist?list=unit&step=userTask_archiveCase", null));
    }
}
