package io.mingjing.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
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
    MessageSource messageSource() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames(basenames());
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        source.setFallbackToSystemLocale(false);
        return source;
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
