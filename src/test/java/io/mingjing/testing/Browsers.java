package io.mingjing.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Chromium for all browser tests of a run, from the path. Where there is none the tests are skipped with a loud
 * message, or fail when {@code MINGJING_REQUIRE_BROWSER=true}. A test asks for it as a parameter of type {@link Browser}.
 */
public final class Browsers implements BeforeAllCallback, ParameterResolver {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private record Running(Playwright playwright, Browser browser) implements ExtensionContext.Store.CloseableResource {
        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (executable().isPresent()) {
            return;
        }
        String message = "NO CHROMIUM ON THE PATH: the browser stories did not run. Install chromium to run them.";
        if (Boolean.parseBoolean(System.getenv("MINGJING_REQUIRE_BROWSER"))) {
            throw new IllegalStateException(message);
        }
        String frame = "#".repeat(message.length() + 4);
        System.err.println(frame + System.lineSeparator() + "# " + message + " #" + System.lineSeparator() + frame);
        Assumptions.abort(message);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Browsers.class))
                .getOrComputeIfAbsent("browser", key -> start(), Running.class)
                .browser();
    }

    private static Running start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable().orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Running(playwright, browser);
    }

    private static Optional<Path> executable() {
        @Nullable String path = System.getenv("PATH");
        if (path == null) {
            return Optional.empty();
        }
        for (String directory : path.split(java.io.File.pathSeparator)) {
            for (String name : NAMES) {
                Path candidate = Path.of(directory, name);
                if (Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }
}
