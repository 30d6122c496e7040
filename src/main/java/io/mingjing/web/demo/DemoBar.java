package io.mingjing.web.demo;

import io.mingjing.identity.CurrentUser;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives every page what the demo bar shows: the time it is in the demonstration, and the seats one may take. A provider,
 * so that a slice test of one page starts without people.
 */
@ControllerAdvice
@ConditionalOnProperty("mingjing.demo")
class DemoBar {

    static final List<String> SEATS = List.of(
            "intake-clerk",
            "review-officer",
            "review-officer-2",
            "unit-head",
            "organ-head",
            "gov-office",
            "organ-contact",
            "organ-contact-2",
            "supervisor",
            "litigation-officer",
            "filing-officer",
            "legal-adviser",
            "auditor",
            "admin");

    /**
     * What the bar shows.
     *
     * @param now like {@code 2026-09-15 09:30 星期二}
     */
    record View(String now, List<String> seats, boolean signedIn) {}

    private final Clock clock;
    private final ObjectProvider<CurrentUser> user;

    DemoBar(Clock clock, ObjectProvider<CurrentUser> user) {
        this.clock = clock;
        this.user = user;
    }

    @ModelAttribute("demoBar")
    View view() {
        Locale locale = LocaleContextHolder.getLocale();
        LocalDateTime now = LocalDateTime.now(clock);
        String text = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(now) + " "
                + now.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
        return new View(
                text, SEATS, user.stream().anyMatch(found -> found.find().isPresent()));
    }
}
