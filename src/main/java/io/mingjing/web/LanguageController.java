package io.mingjing.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.People;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Switches the language of the pages and goes back to where the reader was. */
@Controller
class LanguageController {

    private final LocaleResolver locales;
    private final CurrentUser user;
    private final People people;

    LanguageController(LocaleResolver locales, CurrentUser user, People people) {
        this.locales = locales;
        this.user = user;
        this.people = people;
    }

    @PostMapping("/language")
    String choose(@RequestParam String to, HttpServletRequest request, HttpServletResponse response) {
        Locale locale = Languages.of(to);
        locales.setLocale(request, response, locale);
        user.find().ifPresent(actor -> people.chooseLocale(locale.toLanguageTag(), actor));
        return "redirect:" + back(request);
    }

    /** The page that asked, if it is one of ours and can be read again; else the home page. */
    private static String back(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        String path = referer == null ? null : ownPath(referer, request.getHeader(HttpHeaders.HOST));
        return path == null ? "/" : path;
    }

    private static @Nullable String ownPath(String referer, @Nullable String host) {
        try {
            URI uri = URI.create(referer);
            if (host == null || !host.equals(uri.getRawAuthority()) || uri.getRawPath() == null) {
                return null;
            }
            String path = uri.getRawPath();
            if (!path.startsWith("/") || path.startsWith("//")) {
                return null;
            }
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
