package io.mingjing.web.demo;

import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The demo bar: moves time, changes seats, opens the guided story. Exists in the demonstration only. */
@Controller
@ConditionalOnProperty("mingjing.demo")
class DemoController {

    /** Everybody's in the demonstration, printed at its start. */
    private static final String PASSWORD = "mingjing-demo";

    private final Timekeeper time;
    private final Clock clock;
    private final CurrentUser user;
    private final DemoStory story;
    private final AuthenticationManager signIn;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    DemoController(Timekeeper time, Clock clock, CurrentUser user, DemoStory story, AuthenticationManager signIn) {
        this.time = time;
        this.clock = clock;
        this.user = user;
        this.story = story;
        this.signIn = signIn;
    }

    /** The eight steps of the story, each with who does it, where, and whether it has happened. */
    @GetMapping("/demo/story")
    String story(Model model) {
        user.actor();
        model.addAttribute("steps", story.steps());
        return "web/story";
    }

    @PostMapping("/demo/advance")
    String advance(@RequestParam String to, HttpServletRequest request, RedirectAttributes flash) {
        user.actor();
        Instant goal = to.equals("limit") ? time.nextDue().orElseGet(this::nextMorning) : nextMorning();
        time.advanceTo(goal);
        flash.addFlashAttribute("advanced", true);
        return "redirect:" + back(request);
    }

    /** Sits down at another desk; the session id changes as at any sign-in. */
    @PostMapping("/demo/switch")
    String switchTo(
            @RequestParam String login,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        user.actor();
        Authentication seat = signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(login, PASSWORD));
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(seat);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return "redirect:" + (to != null && to.startsWith("/") && !to.startsWith("//") ? to : "/");
    }

    private Instant nextMorning() {
        return clock.instant()
                .atZone(Timekeeper.ZONE)
                .plusDays(1)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(9)
                .toInstant();
    }

    /** The page one came from, if it is one of ours. */
    private static String back(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        String own = request.getRequestURL()
                .substring(
                        0,
                        request.getRequestURL().length()
                                - request.getRequestURI().length());
        return referer != null && referer.startsWith(own + "/") ? referer.substring(own.length()) : "/";
    }
}
