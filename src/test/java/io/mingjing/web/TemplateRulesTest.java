package io.mingjing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What the strict content security policy and the frame ask of every template and script. */
class TemplateRulesTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern ICON = Pattern.compile("/app/icons\\.svg#([a-z-]+)\"");
    private static final Pattern WEBJAR = Pattern.compile("(?:href|src)=\"(/webjars/[^\"]+)\"");

    /** What may not stand in a template, with the reason. */
    private static final Map<Pattern, String> FORBIDDEN = new LinkedHashMap<>();

    static {
        FORBIDDEN.put(Pattern.compile("<style[\\s>]"), "inline style sheet");
        FORBIDDEN.put(Pattern.compile("\\s(?:th:)?style(?:append)?\\s*="), "style attribute");
        FORBIDDEN.put(Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>"), "inline script");
        FORBIDDEN.put(Pattern.compile("\\s(?:th:)?on[a-z]+\\s*="), "event handler attribute");
        FORBIDDEN.put(Pattern.compile("\\s(?:th:)?(?:data-)?hx-on"), "hx-on is dropped without eval");
        FORBIDDEN.put(
                Pattern.compile("hx-trigger\\s*=\\s*\"[^\"]*\\["),
                "a trigger filter is dropped without eval, and then fires always");
        FORBIDDEN.put(Pattern.compile("(?:hx-vals|hx-headers)\\s*=\\s*[\"']js(?:cript)?:"), "js: needs eval");
        FORBIDDEN.put(Pattern.compile("\\sth:(?:utext|inline\\s*=\\s*\"javascript)"), "unescaped text");
        FORBIDDEN.put(Pattern.compile("(?:href|src|action)\\s*=\\s*\"(?:https?:)?//"), "another site");
        FORBIDDEN.put(Pattern.compile("href\\s*=\\s*\"javascript:"), "javascript: address");
    }

    @Test
    void noTemplateHoldsWhatThePolicyBlocks() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path template : MessageBundlesTest.templates()) {
            String html = MessageBundlesTest.withoutComments(Files.readString(template));
            FORBIDDEN.forEach((pattern, reason) -> {
                Matcher found = pattern.matcher(html);
                while (found.find()) {
                    wrong.add(template.getFileName() + ": " + found.group().strip() + " (" + reason + ")");
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noScriptOfOursWritesStylesOrEvaluatesText() throws IOException {
        List<String> wrong = new ArrayList<>();
        Pattern bad = Pattern.compile(
                "\\beval\\(|new Function\\(|setAttribute\\(['\"]style|\\.cssText|document\\.write|hx-on|style=");
        for (Path script : files(STATIC, ".js")) {
            Matcher found = bad.matcher(Files.readString(script));
            while (found.find()) {
                wrong.add(script.getFileName() + ": " + found.group());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyIconThatIsUsedIsDrawn() throws IOException {
        String sprite = Files.readString(STATIC.resolve("app/icons.svg"));
        TreeSet<String> missing = new TreeSet<>();
        for (Path template : MessageBundlesTest.templates()) {
            Matcher used = ICON.matcher(Files.readString(template));
            while (used.find()) {
                if (!sprite.contains("id=\"" + used.group(1) + "\"")) {
                    missing.add(used.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyWebjarAddressLeadsToAFileOfThatVersion() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        int seen = 0;
        for (Path template : MessageBundlesTest.templates()) {
            Matcher used = WEBJAR.matcher(Files.readString(template));
            while (used.find()) {
                seen++;
                if (!new ClassPathResource("META-INF/resources" + used.group(1)).exists()) {
                    missing.add(used.group(1));
                }
            }
        }
        assertThat(seen).isPositive();
        assertThat(missing).isEmpty();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
