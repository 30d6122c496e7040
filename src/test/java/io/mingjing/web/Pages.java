package io.mingjing.web;

import io.mingjing.engine.Form;
import io.mingjing.engine.Forms;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Renders a template as the application would, without starting it. */
final class Pages {

    private static final Clock STORY_DAY =
            Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext());
    private final ThymeleafViewResolver views = new ThymeleafViewResolver();
    private final Locale locale;

    private Pages(Locale locale) {
        this(locale, null);
    }

    private Pages(Locale locale, @Nullable Function<Form, Collection<String>> hidden) {
        this.locale = locale;
        MessageBundles bundles = new MessageBundles();
        MessageSource texts = bundles.messageSource(new StaticListableBeanFactory().getBeanProvider(TimeLimits.class));
        context.registerBean("messageSource", MessageSource.class, () -> texts);
        if (hidden != null) {
            Forms rules = Mockito.mock(Forms.class);
            Mockito.when(rules.hidden(Mockito.any(), Mockito.any()))
                    .thenAnswer(call -> Set.copyOf(hidden.apply(call.getArgument(0))));
            context.registerBean(Forms.class, () -> rules);
        }
        context.registerBean(Clock.class, () -> STORY_DAY);
        context.registerBean(
                FormViews.class,
                () -> new FormViews(
                        texts,
                        bundles.refusalTexts(texts),
                        context.getBeanProvider(Forms.class),
                        context.getBeanProvider(Organs.class),
                        context.getBeanProvider(Clock.class),
                        context.getBeanProvider(StaffChoices.class)));
        context.refresh();
        SpringResourceTemplateResolver templates = new SpringResourceTemplateResolver();
        templates.setApplicationContext(context);
        templates.setPrefix("classpath:/templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setEnableSpringELCompiler(true);
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(texts);
        engine.addDialect(new FormDialect(context.getBeanProvider(FormViews.class)));
        views.setApplicationContext(context);
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
    }

    static Pages chinese() {
        return new Pages(Locale.SIMPLIFIED_CHINESE);
    }

    static Pages english() {
        return new Pages(Locale.ENGLISH);
    }

    /** Pages on which these fields are hidden. */
    static Pages withHidden(Function<Form, Collection<String>> hidden) {
        return new Pages(Locale.SIMPLIFIED_CHINESE, hidden);
    }

    static Frame frame(Role... roles) {
        return new Frame(new Actor("u1", "王芳", "o1", "/sy/hp/sfj/", Set.of(roles)), "和平司法局", false);
    }

    String render(String view, Map<String, ?> model) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver(locale));
        MockHttpServletResponse response = new MockHttpServletResponse();
        LocaleContextHolder.setLocale(locale);
        try {
            View resolved = views.resolveViewName(view, locale);
            if (resolved == null) {
                throw new IllegalArgumentException("no such view: " + view);
            }
            resolved.render(new LinkedHashMap<>(model), request, response);
            return response.getContentAsString();
        } catch (RuntimeException broken) {
            throw broken;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
