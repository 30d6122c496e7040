package io.mingjing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Which language answers: pages remember the reader's choice in a cookie, the API follows Accept-Language. */
@Configuration(proxyBeanMethods = false)
class Languages {

    private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    /** The language of a tag: English for {@code en…}, Chinese for everything else. */
    static Locale of(String tag) {
        return tag.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver header = new AcceptHeaderLocaleResolver();
        header.setSupportedLocales(SPOKEN);
        header.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        CookieLocaleResolver cookie = new CookieLocaleResolver("mj-language");
        cookie.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        cookie.setCookieMaxAge(Duration.ofDays(365));
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        cookie.setRejectInvalidCookies(false);
        return new ByPath(header, cookie);
    }

    private record ByPath(LocaleResolver api, LocaleResolver pages) implements LocaleResolver {
        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            Locale asked = resolver(request).resolveLocale(request);
            return of(asked.getLanguage());
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            pages.setLocale(request, response, locale);
        }

        private LocaleResolver resolver(HttpServletRequest request) {
            return Requests.isApi(request) ? api : pages;
        }
    }
}
