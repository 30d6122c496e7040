package io.mingjing.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One person in front of one browser window. Whatever the browser complains about on its console is kept. */
final class Desk implements AutoCloseable {

    static final String PASSWORD = "mingjing-demo";

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final List<String> complaints = new ArrayList<>();

    Desk(Browser browser, int port, String login) {
        this.base = "http://127.0.0.1:" + port;
        this.context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("zh-CN"));
        context.setDefaultTimeout(15_000);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            // A refused form answers 422 or 409; the browser notes that, and it is no fault.
            if (message.type().equals("error") && !message.text().matches(".*status of (409|422).*")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.navigate(base + "/login");
        page.fill("[name=username]", login);
        page.fill("[name=password]", PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    /** What the server answers to this person there. */
    int status(String path) {
        return page.context().request().get(base + path).status();
    }

    void open(String path) {
        page.navigate(base + path);
    }

    /** Enters a new case and answers its id. */
    String start(String processKey, Map<String, Object> values) {
        open("/cases/new/" + processKey);
        fill(values);
        submit();
        page.waitForURL(url -> url.matches(".*/cases/[0-9a-f-]{36}$"));
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    /** Claims the step of the case from the list of available tasks, unless it is this person's already, and opens it. */
    void take(String title, String step) {
        open("/worklist?list=mine");
        if (row(title, step).count() == 0) {
            open("/worklist?list=available");
            row(title, step).locator("[data-key=c]").click();
            page.locator("tr.is-mine").waitFor();
            open("/worklist?list=mine");
        }
        row(title, step).locator("a.mj-row-open").first().click();
        page.waitForURL(url -> url.contains("/tasks/"));
    }

    /** Fills the form of the open task, reads the consequences and confirms. */
    void complete(Map<String, Object> values) {
        fill(values);
        submit();
        page.locator(".mj-plan").waitFor();
        submit();
        page.waitForURL(url -> url.contains("/cases/"));
    }

    void complete(String title, String step, Map<String, Object> values) {
        take(title, step);
        complete(values);
    }

    /** Records on the open task that every letter reached every recipient that day. */
    void serveAll(String day) {
        Locator open = page.locator("#mj-letters li:has(form[hx-post$='/services']):has(.mj-badge)");
        for (int left = open.count(); left > 0; left = open.count()) {
            Locator recipient = open.first();
            recipient.locator("summary").click();
            recipient.locator("input[name=on]").fill(day);
            page.waitForResponse(
                    response -> response.url().endsWith("/services"),
                    () -> recipient.locator("form button[type=submit]").click());
            int before = left;
            page.waitForCondition(() -> open.count() < before);
        }
    }

    /** Presses a button that sends a form, and goes on when it is answered: another desk then finds what it did. */
    void send(String button) {
        page.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> page.locator(button).click());
        page.waitForLoadState();
    }

    /** Attaches a small PDF to the open task. */
    void attach(String label, String fileName) {
        Locator panel = page.locator("form:has(input[type=file])").first();
        panel.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        fileName, "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII)));
        if (panel.locator("[name=label]").count() > 0) {
            panel.locator("[name=label]").fill(label);
        }
        page.waitForResponse(
                response -> response.url().endsWith("/attachments"),
                () -> panel.locator("button[type=submit]").click());
    }

    void fill(Map<String, Object> values) {
        values.forEach(this::fill);
    }

    private void fill(String key, Object value) {
        Locator fields = page.locator("#mj-form [name='" + key + "']:not([type=hidden])");
        fields.first().waitFor();
        String type = String.valueOf(fields.first().getAttribute("type"));
        if (value instanceof List<?> codes) {
            codes.forEach(code -> check(page.locator("#mj-form [name='" + key + "'][value='" + code + "']")));
        } else if (type.equals("radio")) {
            check(page.locator("#mj-form [name='" + key + "'][value='" + value + "']"));
        } else if (type.equals("checkbox")) {
            check(fields.first());
        } else if (fields.first().evaluate("e => e.tagName").equals("SELECT")) {
            if (!fields.first().inputValue().equals(value.toString())) {
                changing(fields.first(), () -> fields.first().selectOption(value.toString()));
            }
        } else {
            fields.first().fill(value.toString());
        }
    }

    private void check(Locator box) {
        if (!box.isChecked()) {
            changing(box, box::check);
        }
    }

    /** A field that others depend on fetches the form again; the next field waits for it. */
    private void changing(Locator field, Runnable act) {
        boolean watched = Boolean.TRUE.equals(field.evaluate("e => !!e.closest('[hx-post$=\"/form\"]')"));
        if (watched) {
            page.waitForResponse(response -> response.url().endsWith("/form"), act);
            page.waitForCondition(() -> page.locator("#mj-form.htmx-swapping, #mj-form.htmx-settling, .htmx-request")
                            .count()
                    == 0);
        } else {
            act.run();
        }
    }

    void submit() {
        page.locator("#mj-form .mj-form__foot button.mj-btn--primary").click();
    }

    String text() {
        return page.locator("main").innerText();
    }

    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private Locator row(String title, String step) {
        return page.locator("table.mj-table tbody tr")
                .filter(new Locator.FilterOptions().setHasText(title))
                .filter(new Locator.FilterOptions().setHasText(step));
    }

    @Override
    public void close() {
        context.close();
    }
}
