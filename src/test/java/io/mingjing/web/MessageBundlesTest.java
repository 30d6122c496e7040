package io.mingjing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and every text that a page names exists. */
class MessageBundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");
    private static final Pattern USED = Pattern.compile("#\\{([\\w.-]+)(?=[({}])");
    /** Explanations name a holiday notice by its title in Chinese and by its year in English: another argument. */
    private static final Pattern CITES_NOTICES = Pattern.compile("^time\\.(paragraph|rest|step)\\.");

    private static final Pattern COMMENT = Pattern.compile("<!--/\\*.*?\\*/-->", Pattern.DOTALL);
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    @Test
    void everyChineseTextHasAnEnglishOneAndTheOtherWayRound() throws IOException {
        for (Path chinese : chineseBundles()) {
            assertThat(read(english(chinese)).stringPropertyNames())
                    .as("keys of %s", english(chinese).getFileName())
                    .containsExactlyInAnyOrderElementsOf(read(chinese).stringPropertyNames());
        }
    }

    @Test
    void bothLanguagesFillInTheSameValues() throws IOException {
        List<String> different = new ArrayList<>();
        for (Path bundle : chineseBundles()) {
            Properties english = read(english(bundle));
            read(bundle).forEach((key, text) -> {
                if (!CITES_NOTICES.matcher((String) key).find()
                        && !placeholders((String) text).equals(placeholders(english.getProperty((String) key, "")))) {
                    different.add(bundle.getFileName() + ": " + key);
                }
            });
        }
        assertThat(different).isEmpty();
    }

    @Test
    void noTextIsEmptyAndNoApostropheIsLostToTheFormatter() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path bundle : bundles()) {
            read(bundle).forEach((key, value) -> {
                String text = (String) value;
                boolean formatted = PLACEHOLDER.matcher(text).find() && !((String) key).startsWith("log.");
                boolean separator = ((String) key).endsWith(".between");
                if ((text.isBlank() && !separator)
                        || (formatted && LONE_APOSTROPHE.matcher(text).find())) {
                    wrong.add(bundle.getFileName() + ": " + key + "=" + text);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTextCanBeFilledIn() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path bundle : bundles()) {
            read(bundle).forEach((key, value) -> {
                String text = (String) value;
                if (!((String) key).startsWith("log.")
                        && PLACEHOLDER.matcher(text).find()) {
                    for (long number : new long[] {0, 1, 2, 1000}) {
                        try {
                            new MessageFormat(text, Locale.ENGLISH).format(arguments(text, number));
                        } catch (IllegalArgumentException malformed) {
                            broken.add(bundle.getFileName() + ": " + key + ": " + malformed.getMessage());
                            break;
                        }
                    }
                }
            });
        }
        assertThat(broken).isEmpty();
    }

    /** A number where the text asks for one, a word elsewhere. */
    private static Object[] arguments(String text, long number) {
        Object[] arguments = new Object[10];
        for (int i = 0; i < arguments.length; i++) {
            boolean counts = text.matches("(?s).*\\{" + i + "\\s*,\\s*(?:choice|number).*");
            arguments[i] = counts ? number : "词";
        }
        return arguments;
    }

    @Test
    void noKeyIsSaidInTwoBundles() throws IOException {
        Set<String> seen = new TreeSet<>();
        List<String> twice = new ArrayList<>();
        for (Path bundle : chineseBundles()) {
            read(bundle).stringPropertyNames().stream()
                    .filter(key -> !seen.add(key))
                    .forEach(key -> twice.add(bundle.getFileName() + ": " + key));
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void everyTextThatATemplateNamesExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path bundle : chineseBundles()) {
            known.addAll(read(bundle).stringPropertyNames());
        }
        Set<String> missing = new TreeSet<>();
        for (Path template : templates()) {
            Matcher used = USED.matcher(withoutComments(Files.readString(template)));
            while (used.find()) {
                if (!known.contains(used.group(1))) {
                    missing.add(TEMPLATES.relativize(template) + ": " + used.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    static String withoutComments(String html) {
        return COMMENT.matcher(html).replaceAll("");
    }

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> chineseBundles() throws IOException {
        return bundles().stream()
                .filter(file -> !file.toString().endsWith("_en.properties"))
                .toList();
    }

    private static Path english(Path chinese) {
        return chinese.resolveSibling(chinese.getFileName().toString().replace(".properties", "_en.properties"));
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Properties read(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(Files.newInputStream(bundle), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
