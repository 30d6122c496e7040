package io.mingjing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who gets in where, over HTTP and through every filter. */
@IntegrationTest
class SignInIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ObjectMapper json;

    private HttpClient browser = newBrowser();

    @Test
    void anonymousPageGoesToTheSignInPageWhichSpeaksChinese() throws Exception {
        HttpResponse<String> page = get("/password");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");

        HttpResponse<String> login = get("/login");
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("用户名").contains("lang=\"zh-CN\"");
        assertThat(login.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("form-action 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(login.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(login.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void anonymousPartOfAPageGets401AndNoRedirect() throws Exception {
        HttpResponse<String> part =
                send(request("/password").header("HX-Request", "true").GET());
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Reswap")).contains("none");

        HttpResponse<String> posted = send(request("/password")
                .header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("before=x")));
        assertThat(posted.statusCode()).isEqualTo(401);
    }

    @Test
    void rightPasswordLeadsToTheAskedPageUnderANewSession() throws Exception {
        get("/password");
        String token = tokenOf(get("/login").body());
        String before = sessionCookie();

        HttpResponse<String> answer =
                post("/login", Map.of("username", "Review-Officer", "password", DemoPeople.PASSWORD, "_csrf", token));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/password");
        assertThat(sessionCookie()).isNotEqualTo(before);
        HttpResponse<String> page = get("/password");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("修改密码").contains("周明远");
        assertThat(logged("identity.signedIn", "review-officer")).isPositive();
    }

    @Test
    void formWithoutTokenIsForbidden() throws Exception {
        get("/login");
        HttpResponse<String> answer =
                post("/login", Map.of("username", "review-officer", "password", DemoPeople.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void fifthWrongTryLocksTheAccountEvenForTheRightPassword() throws Exception {
        String login = "lock-me";
        String password = newPerson(login, Set.of(Role.REVIEW_OFFICER));
        for (int i = 1; i <= 4; i++) {
            assertThat(signIn(login, "wrong-" + i)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .endsWith("/login?wrong");
        }
        assertThat(signIn(login, "wrong-5").headers().firstValue("Location").orElseThrow())
                .endsWith("/login?locked");
        assertThat(signIn(login, password).headers().firstValue("Location").orElseThrow())
                .endsWith("/login?locked");
        assertThat(api("/api/v1/nothing", login, password, "zh-CN").statusCode())
                .isEqualTo(401);
        assertThat(logged("identity.signInRefused", login)).isEqualTo(4);
        assertThat(logged("identity.lockedOut", login)).isEqualTo(1);
        assertThat(get("/login?locked").body()).contains("十五分钟");
    }

    @Test
    void wrongPasswordInTheBoxComesBackAsTheBoxWith422() throws Exception {
        HttpResponse<String> box =
                send(request("/login-box").header("HX-Request", "true").GET());
        assertThat(box.statusCode()).isEqualTo(200);
        assertThat(box.body()).contains("id=\"login-box\"").doesNotContain("<html");

        HttpResponse<String> wrong = post(
                "/login",
                Map.of("username", "unit-head", "password", "no-idea", "_csrf", tokenOf(box.body())),
                "HX-Request");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"login-box\"").contains("不正确");

        HttpResponse<String> right = post(
                "/login",
                Map.of("username", "unit-head", "password", DemoPeople.PASSWORD, "_csrf", tokenOf(wrong.body())),
                "HX-Request");
        assertThat(right.statusCode()).isEqualTo(204);
        JsonNode news = json.readTree(right.headers().firstValue("HX-Trigger").orElseThrow())
                .get("signed-in");
        assertThat(news.get("user").asText()).isEqualTo(DemoPeople.UNIT_HEAD);
        assertThat(news.get("csrf").asText()).isNotBlank();
    }

    @Test
    void signingOutEndsTheSessionAndIsLogged() throws Exception {
        signIn("supervisor", DemoPeople.PASSWORD);
        String token = tokenOf(get("/password").body());

        HttpResponse<String> out = post("/logout", Map.of("_csrf", token));

        assertThat(out.headers().firstValue("Location").orElseThrow()).endsWith("/login?signedOut");
        assertThat(get("/password").statusCode()).isEqualTo(302);
        assertThat(logged("identity.signedOut", "supervisor")).isPositive();
    }

    @Test
    void oneTimePasswordOpensNothingButThePageThatReplacesIt() throws Exception {
        String password = newPerson("fresh", Set.of(Role.INTAKE_CLERK));
        assertThat(api("/api/v1/nothing", "fresh", password, "zh-CN").statusCode())
                .isEqualTo(403);

        signIn("fresh", password);
        assertThat(get("/worklist").headers().firstValue("Location").orElseThrow())
                .endsWith("/password");
        HttpResponse<String> page = get("/password");
        assertThat(page.body()).contains("一次性密码");

        HttpResponse<String> weak = post(
                "/password",
                Map.of("before", password, "after", "short", "again", "short", "_csrf", tokenOf(page.body())));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("密码至少 12 个字符");

        HttpResponse<String> changed = post(
                "/password",
                Map.of(
                        "before",
                        password,
                        "after",
                        "三月的雨下得很久很久的啊",
                        "again",
                        "三月的雨下得很久很久的啊",
                        "_csrf",
                        tokenOf(weak.body())));
        assertThat(changed.headers().firstValue("Location").orElseThrow()).endsWith("/login?ended");
        assertThat(get("/password").statusCode()).isEqualTo(302);
        assertThat(signIn("fresh", "三月的雨下得很久很久的啊")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("login");
    }

    @Test
    void changedRolesEndTheSessionsOfThatPerson() throws Exception {
        newPerson("moved", Set.of(Role.INTAKE_CLERK));
        String id = people.findByLogin("moved").orElseThrow().id();
        signIn("moved", people.resetPassword(id, Actor.SYSTEM).oneTimePassword());
        assertThat(get("/password").statusCode()).isEqualTo(200);

        people.setRoles(id, Set.of(Role.FILING_OFFICER), Actor.SYSTEM);

        assertThat(get("/password").statusCode()).isEqualTo(302);
    }

    @Test
    void apiWithoutCredentialsAnswersProblemDetailsInTheReadersLanguage() throws Exception {
        HttpResponse<String> chinese = send(request("/api/v1/nothing").GET());
        assertThat(chinese.statusCode()).isEqualTo(401);
        assertThat(chinese.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic");
        assertThat(chinese.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(chinese.headers().firstValue("Set-Cookie")).isEmpty();
        JsonNode problem = json.readTree(chinese.body());
        assertThat(problem.get("code").asText()).isEqualTo("NOT_SIGNED_IN");
        assertThat(problem.get("status").asInt()).isEqualTo(401);
        assertThat(problem.get("detail").asText()).isEqualTo("请先登录。");

        JsonNode english = json.readTree(api("/api/v1/nothing", "review-officer", "not-it", "en-GB,en;q=0.8")
                .body());
        assertThat(english.get("code").asText()).isEqualTo("BAD_CREDENTIALS");
        assertThat(english.get("detail").asText()).startsWith("User name or password is wrong");
    }

    @Test
    void apiIgnoresTheSessionOfThePages() throws Exception {
        signIn("filing-officer", DemoPeople.PASSWORD);
        assertThat(get("/api/v1/nothing").statusCode()).isEqualTo(401);
        HttpResponse<String> known = api("/api/v1/nothing", "filing-officer", DemoPeople.PASSWORD, "en");
        assertThat(known.statusCode()).isEqualTo(404);
        assertThat(json.readTree(known.body()).get("code").asText()).isEqualTo("NO_SUCH_ADDRESS");
    }

    @Test
    void onlyAdministratorsReachOperationsAndTheCockpit() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(api("/actuator/prometheus", "unit-head", DemoPeople.PASSWORD, "zh")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(302);
        assertThat(send(request("/camunda/api/engine/engine/")
                                .header("HX-Request", "true")
                                .GET())
                        .statusCode())
                .isEqualTo(401);

        signIn("unit-head", DemoPeople.PASSWORD);
        assertThat(get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(get("/camunda/api/engine/engine/").statusCode()).isEqualTo(403);

        browser = newBrowser();
        signIn("admin", DemoPeople.PASSWORD);
        assertThat(get("/actuator/prometheus").statusCode()).isIn(200, 404);
        HttpResponse<String> cockpit = get("/camunda/app/cockpit/default/");
        assertThat(cockpit.statusCode()).isNotIn(401, 403);
        assertThat(cockpit.headers().firstValue("Location").orElse("")).doesNotEndWith("/login");
        assertThat(get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
        assertThat(get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(get("/camunda/api/admin/setup/default/user/create").statusCode())
                .isEqualTo(403);
    }

    // -- a browser without script

    private static HttpClient newBrowser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private String newPerson(String login, Set<Role> roles) {
        return people.create(new People.NewPerson(login, "测试员", DemoPeople.CITY_BUREAU, roles, null), Actor.SYSTEM)
                .oneTimePassword();
    }

    private HttpResponse<String> signIn(String login, String password) throws Exception {
        String token = tokenOf(get("/login").body());
        return post("/login", Map.of("username", login, "password", password, "_csrf", token));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> api(String path, String login, String password, String language) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Authorization", "Basic " + credentials)
                .header("Accept-Language", language)
                .GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String... trueHeaders) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (String header : trueHeaders) {
            request.header(header, "true");
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String sessionCookie() {
        return ((CookieManager) browser.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("SESSION"))
                        .map(cookie -> cookie.getValue())
                        .findFirst()
                        .orElse("");
    }

    private static String tokenOf(String html) {
        Matcher token = TOKEN.matcher(html);
        assertThat(token.find()).as("a token in %s", html).isTrue();
        return token.group(1);
    }

    private int logged(String kind, String login) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_entry where kind = ? and payload like ?",
                Integer.class,
                kind,
                "%\"login\":\"" + login + "\"%");
        return count == null ? 0 : count;
    }
}
