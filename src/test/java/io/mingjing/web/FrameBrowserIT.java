package io.mingjing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mingjing.engine.Field;
import io.mingjing.engine.Form;
import io.mingjing.shared.Role;
import io.mingjing.testing.Axe;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the script and the styles of the frame do in a real browser under the strict policy, without the application. */
@EnabledIf("browserIsThere")
class FrameBrowserIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static final Form FORM = new Form(
            "demo",
            1,
            "{}",
            List.of(
                    choice("acceptance", "审查结论", null),
                    text("opinion", "意见", null),
                    text("ground", "理由", "acceptance != \"REFUSE\"")));

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> console = new ArrayList<>();
    private boolean signedOut;
    private String user = "u1";
    private HttpServer server;
    private BrowserContext context;
    private Page page;

    static boolean browserIsThere() {
        return CHROMIUM.toFile().canExecute() || Boolean.parseBoolean(System.getenv("MINGJING_REQUIRE_BROWSER"));
    }

    @BeforeAll
    static void startBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stopBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::answer);
        server.start();
        context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768));
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                console.add(message.text());
            }
        });
    }

    @AfterEach
    void stopServer() {
        context.close();
        server.stop(0);
    }

    @Test
    void theKeysMoveThroughTheRowsAndOpenOne() {
        open("/list");

        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(focused()).isEqualTo("r2");
        page.keyboard().press("k");
        assertThat(focused()).isEqualTo("r1");
        page.keyboard().press("/");
        assertThat(focused()).isEqualTo("mj-goto");
        page.keyboard().press("j");
        assertThat(focused()).as("a key typed into a field is text").isEqualTo("mj-goto");
        assertThat(console).isEmpty();
    }

    @Test
    void theKeysCanBeSwitchedOff() {
        open("/list");
        page.keyboard().press("?");
        page.getByLabel("启用单键操作").uncheck();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("关闭"))
                .click();

        page.keyboard().press("j");
        assertThat(focused()).isNotEqualTo("r1");
    }

    @Test
    void anExpiredSessionIsRenewedInPlaceAndTheFormSentAgain() {
        open("/form");
        page.getByLabel("意见").fill("写了很久的意见，不能丢。");
        signedOut = true;
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交"))
                .click();

        page.getByLabel("密码").fill("secret");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录"))
                .click();
        page.waitForSelector("text=确认后将");

        assertThat(requests.stream().filter(one -> one.startsWith("POST /tasks/1 ") || one.startsWith("POST /login")))
                .containsExactly("POST /tasks/1 token-1", "POST /login-box token-2", "POST /tasks/1 token-3");
        assertThat(page.locator("body").innerText()).contains("写了很久的意见，不能丢。");
        assertThat(console).isEmpty();
    }

    @Test
    void anotherPersonWhoSignsInSendsNothingOfTheFormerPage() {
        open("/form");
        signedOut = true;
        user = "u2";
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交"))
                .click();
        page.getByLabel("密码").fill("secret");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录"))
                .click();
        page.waitForURL("**/");

        assertThat(requests.stream().filter(one -> one.startsWith("POST /tasks/1 ")))
                .hasSize(1);
    }

    @Test
    void aChangeRedrawsTheFormAndKeepsWhatWasTypedAndTheFocus() {
        open("/form");
        page.getByLabel("意见").fill("先写的");
        page.getByLabel("不予受理").check();
        page.waitForSelector("#f-ground");

        assertThat(page.getByLabel("意见").inputValue()).isEqualTo("先写的");
        assertThat(focused()).isEqualTo("f-acceptance-REFUSE");
        assertThat(console).isEmpty();
    }

    @Test
    void aDraftIsSavedAfterAChange() {
        open("/form");
        page.getByLabel("意见").fill("半途");
        page.getByLabel("意见").blur();

        page.waitForSelector("text=已保存草稿 09:12");
        assertThat(requests).anyMatch(one -> one.startsWith("POST /tasks/1/draft"));
    }

    @Test
    void aDoubleClickSendsOneForm() {
        open("/form");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交"))
                .dblclick();
        page.waitForSelector("text=确认后将");

        assertThat(requests.stream().filter(one -> one.startsWith("POST /tasks/1 ")))
                .hasSize(1);
    }

    @Test
    void whatFollowsIsShownFromItsBeginning() {
        page.setViewportSize(1366, 400);
        open("/form");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交"))
                .click();
        page.waitForSelector("[data-mj-focus]:focus");

        assertThat(((Number) page.evaluate("document.getElementById('mj-plan-title').getBoundingClientRect().top"))
                        .intValue())
                .isBetween(48, 399);
    }

    @Test
    void aRefusalStandsOnTopOfThePageWithTheFormUntouched() {
        open("/form");
        page.getByLabel("意见").fill("冲突");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交"))
                .click();

        page.waitForSelector("#mj-notices >> text=李军");
        assertThat(page.getByLabel("意见").inputValue()).isEqualTo("冲突");
    }

    @Test
    void listAndFormAreAccessible() {
        for (String path : List.of("/list", "/form")) {
            open(path);
            assertThat(Axe.any(page)).as("axe on %s", path).isEmpty();
        }
    }

    @Test
    void aFormFitsAPhone() {
        page.setViewportSize(390, 800);
        open("/form");

        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    private void open(String path) {
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private String focused() {
        return (String) page.evaluate("document.activeElement.id");
    }

    // ---- a stand-in for the application

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = exchange.getRequestHeaders().getFirst("X-CSRF-TOKEN");
        if (method.equals("POST")) {
            requests.add(method + " " + path + " " + token);
        }
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        if (path.startsWith("/app/") || path.startsWith("/webjars/")) {
            resource(exchange, path);
        } else if (path.equals("/live")) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            send(exchange, 200, "retry: 60000\n\n");
        } else if (path.equals("/login-box") && method.equals("GET")) {
            send(
                    exchange,
                    200,
                    "<form id=\"login-box\" hx-post=\"/login-box\" hx-swap=\"none\"><label>密码 "
                            + "<input type=\"password\" name=\"password\"></label>"
                            + "<input type=\"hidden\" name=\"_csrf\" value=\"token-2\"><button type=\"submit\">登录</button></form>");
        } else if (path.equals("/login-box")) {
            signedOut = false;
            exchange.getResponseHeaders()
                    .set("HX-Trigger", "{\"signed-in\":{\"csrf\":\"token-3\",\"user\":\"" + user + "\"}}");
            send(exchange, 204, "");
        } else if (signedOut) {
            send(exchange, 401, "");
        } else if (path.equals("/list")) {
            send(exchange, 200, render("test/worklist", Map.of()));
        } else if (path.equals("/form")) {
            send(exchange, 200, render("test/form", Map.of()));
        } else if (path.equals("/tasks/1/form")) {
            send(exchange, 200, render("web/form :: form", values(body)));
        } else if (path.equals("/tasks/1/draft")) {
            send(exchange, 200, "<span>已保存草稿 09:12</span>");
        } else if (path.equals("/tasks/1")
                && values(body).getOrDefault("opinion", "").equals("冲突")) {
            exchange.getResponseHeaders().set("HX-Retarget", "#mj-notices");
            exchange.getResponseHeaders().set("HX-Reswap", "innerHTML");
            send(exchange, 409, render("web/parts :: refusal", Map.of()));
        } else if (path.equals("/tasks/1")) {
            send(exchange, 200, render("web/answers :: confirm", values(body)));
        } else {
            send(exchange, 200, "<!DOCTYPE html><title>ok</title>");
        }
    }

    private static void resource(HttpExchange exchange, String path) throws IOException {
        String place = (path.startsWith("/app/") ? "static" : "META-INF/resources") + path;
        try (InputStream in = FrameBrowserIT.class.getClassLoader().getResourceAsStream(place)) {
            if (in == null) {
                send(exchange, 404, "");
                return;
            }
            String type =
                    path.endsWith(".css") ? "text/css" : path.endsWith(".js") ? "text/javascript" : "image/svg+xml";
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = in.readAllBytes();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("text/html; charset=utf-8"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static String render(String view, Map<String, String> values) {
        Map<String, Object> model = new HashMap<>();
        model.put("frame", Pages.frame(Role.REVIEW_OFFICER));
        model.put("_csrf", Map.of("token", "token-1", "headerName", "X-CSRF-TOKEN", "parameterName", "_csrf"));
        model.put("form", FORM);
        model.put("values", values);
        model.put("errors", List.of());
        model.put("action", "/tasks/1");
        model.put("submitLabel", view.contains("confirm") ? "确认办理" : "提交");
        model.put("drafts", true);
        model.put("consequences", List.of("发出受理通知书"));
        model.put("status", 409);
        model.put("text", "该任务已由李军领取");
        return Pages.withHidden(form -> "REFUSE".equals(values.get("acceptance")) ? List.of() : List.of("ground"))
                .render(view, model);
    }

    private static Map<String, String> values(String body) {
        Map<String, String> values = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                values.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private static Field choice(String key, String label, @Nullable String hideWhen) {
        List<Field.Option> options = List.of(new Field.Option("ACCEPT", "受理"), new Field.Option("REFUSE", "不予受理"));
        return new Field(
                key,
                Field.Type.RADIO,
                label,
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                options,
                hideWhen,
                null,
                Map.of(),
                false,
                null);
    }

    private static Field text(String key, String label, @Nullable String hideWhen) {
        return new Field(
                key,
                Field.Type.TEXTAREA,
                label,
                null,
                false,
                null,
                200,
                null,
                null,
                null,
                List.of(),
                hideWhen,
                null,
                Map.of(),
                false,
                null);
    }
}
