package io.mingjing.web;

import io.mingjing.shared.RefusalTexts;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of all modules and models: every {@code messages/<module>.properties} and {@code bpmn/<area>/messages.properties}
 * is Chinese, the file ending in {@code _en} beside it is English. A new module or area needs no registration.
 */
@Configuration(proxyBeanMethods = false)
class MessageBundles {

    private static final String MODULES = "classpath*:messages/*.properties";
    /** Beside the models: names of tasks, stages and fields, keyed by definition and field id. */
    private static final String MODELS = "classpath*:bpmn/*/messages*.properties";

    @Bean
    MessageSource messageSource(ObjectProvider<TimeLimits> limits) {
        ResourceBundleMessageSource source = new RuleNames(limits);
        source.setBasenames(basenames());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        source.setFallbackToSystemLocale(false);
        return source;
    }

    @Bean
    RefusalTexts refusalTexts(MessageSource messages) {
        return new RefusalTexts((key, args, locale) -> messages.getMessage(key, args, null, locale));
    }

    /** Refusals carry the ids of limits; whoever reads them gets the name that the catalogue gives to the limit. */
    private static final class RuleNames extends ResourceBundleMessageSource {

        private static final Pattern ID = Pattern.compile("[A-Z]{2,4}(-[A-Z0-9]+)+");

        private final ObjectProvider<TimeLimits> limits;

        private RuleNames(ObjectProvider<TimeLimits> limits) {
            this.limits = limits;
        }

        @Override
        protected @Nullable String getMessageInternal(
                @Nullable String code, Object @Nullable [] args, @Nullable Locale locale) {
            if (code == null || args == null || !code.startsWith("refusal.") || code.startsWith("refusal.LIMIT_ID")) {
                return super.getMessageInternal(code, args, locale);
            }
            return super.getMessageInternal(code, named(args, locale), locale);
        }

        private Object[] named(Object[] args, @Nullable Locale locale) {
            return Arrays.stream(args).map(arg -> named(arg, locale)).toArray();
        }

        private Object named(Object arg, @Nullable Locale locale) {
            if (!(arg instanceof String id) || !ID.matcher(id).matches()) {
                return arg;
            }
            TimeLimits catalogue = limits.getIfAvailable();
            if (catalogue == null || !catalogue.knows(id)) {
                return arg;
            }
            boolean english = locale != null && locale.getLanguage().equals("en");
            LimitRule rule = catalogue.rule(id);
            return english ? "“" + rule.meaningEn() + "”" : "“" + rule.meaning() + "”";
        }
    }

    private static String[] basenames() {
        return Stream.of(MODULES, MODELS)
                .flatMap(MessageBundles::resources)
                .map(MessageBundles::basename)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static Stream<Resource> resources(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code messages/time} or {@code bpmn/review/messages}, from whatever address the file has. */
    private static String basename(Resource bundle) {
        String[] path = address(bundle).split("/");
        String name = path[path.length - 1].replaceFirst("(_en)?\\.properties$", "");
        String folder = path[path.length - 2];
        return folder.equals("messages") ? "messages/" + name : "bpmn/" + folder + "/" + name;
    }

    private static String address(Resource bundle) {
        try {
            return bundle.getURL().toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
