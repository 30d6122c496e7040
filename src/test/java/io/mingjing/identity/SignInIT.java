package io.mingjing.identity;

import static io.mingjing.testing.Visitor.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Visitor;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who gets in where, over HTTP and through every filter. */
@IntegrationTest
class SignInIT {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ObjectMapper json;

    private Visitor visitor;

    @BeforeEach
    void comes() {
        visitor = new Visitor(port);
    }

    @Test
    void anonymousPageGoesToTheSignInPageWhichSpeaksChinese() throws Exception {
        HttpResponse<String> page = visitor.get("/password");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");

        HttpResponse<String> login = visitor.get("/login");
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
        HttpResponse<String> part = visitor.send(
                visitor.request("/password").header("HX-Request", "true").GET());
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Reswap")).contains("none");

        HttpResponse<String> posted = visitor.send(visitor.request("/password")
                .header("HX-Request", "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("before=x")));
        assertThat(posted.statusCode()).isEqualTo(401);
    }

    @Test
    void rightPasswordLeadsToTheAskedPageUnderANewSession() throws Exception {
        visitor.get("/password");
        String token = tokenOf(visitor.get("/login").body());
        String before = visitor.sessionCookie();

        HttpResponse<String> answer = visitor.post(
                "/login", Map.of("username", "Review-Officer", "password", DemoPeople.PASSWORD, "_csrf", token));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/password");
        assertThat(visitor.sessionCookie()).isNotEqualTo(before);
        HttpResponse<String> page = visitor.get("/password");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("修改密码").contains("周明远");
        assertThat(logged("identity.signedIn", "review-officer")).isPositive();
    }

    @Test
    void formWithoutTokenIsForbidden() throws Exception {
        visitor.get("/login");
        HttpResponse<String> answer =
                visitor.post("/login", Map.of("username", "review-officer", "password", DemoPeople.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void fifthWrongTryLocksTheAccountEvenForTheRightPassword() throws Exception {
        String login = "lock-me";
        String password = newPerson(login, Set.of(Role.REVIEW_OFFICER));
        for (int i = 1; i <= 4; i++) {
            assertThat(visitor.signIn(login, "wrong-" + i)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .endsWith("/login?wrong");
        }
        assertThat(visitor.signIn(login, "wrong-5")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login?locked");
        assertThat(visitor.signIn(login, password)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login?locked");
        assertThat(visitor.basic("/api/v1/nothing", login, password, "zh-CN").statusCode())
                .isEqualTo(401);
        assertThat(logged("identity.signInRefused", login)).isEqualTo(4);
        assertThat(logged("identity.lockedOut", login)).isEqualTo(1);
        assertThat(visitor.get("/login?locked").body()).contains("十五分钟");
    }

    @Test
    void wrongPasswordInTheBoxComesBackAsTheBoxWith422() throws Exception {
        HttpResponse<String> box = visitor.send(
                visitor.request("/login-box").header("HX-Request", "true").GET());
        assertThat(box.statusCode()).isEqualTo(200);
        assertThat(box.body()).contains("id=\"login-box\"").doesNotContain("<html");

        HttpResponse<String> wrong = visitor.post(
                "/login",
                Map.of("username", "unit-head", "password", "no-idea", "_csrf", tokenOf(box.body())),
                "HX-Request");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"login-box\"").contains("不正确");

        HttpResponse<String> right = visitor.post(
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
        visitor.signIn("supervisor", DemoPeople.PASSWORD);
        String token = tokenOf(visitor.get("/password").body());

        HttpResponse<String> out = visitor.post("/logout", Map.of("_csrf", token));

        assertThat(out.headers().firstValue("Location").orElseThrow()).endsWith("/login?signedOut");
        assertThat(visitor.get("/password").statusCode()).isEqualTo(302);
        assertThat(logged("identity.signedOut", "supervisor")).isPositive();
    }

    @Test
    void oneTimePasswordOpensNothingButThePageThatReplacesIt() throws Exception {
        String password = newPerson("fresh", Set.of(Role.INTAKE_CLERK));
        assertThat(visitor.basic("/api/v1/nothing", "fresh", password, "zh-CN").statusCode())
                .isEqualTo(403);

        visitor.signIn("fresh", password);
        assertThat(visitor.get("/worklist").headers().firstValue("Location").orElseThrow())
                .endsWith("/password");
        HttpResponse<String> page = visitor.get("/password");
        assertThat(page.body()).contains("一次性密码");

        HttpResponse<String> weak = visitor.post(
                "/password",
                Map.of("before", password, "after", "short", "again", "short", "_csrf", tokenOf(page.body())));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("密码至少 12 个字符");

        HttpResponse<String> changed = visitor.post(
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
        assertThat(visitor.get("/password").statusCode()).isEqualTo(302);
        assertThat(visitor.signIn("fresh", "三月的雨下得很久很久的啊")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("login");
    }

    @Test
    void changedRolesEndTheSessionsOfThatPerson() throws Exception {
        newPerson("moved", Set.of(Role.INTAKE_CLERK));
        String id = people.findByLogin("moved").orElseThrow().id();
        visitor.signIn("moved", people.resetPassword(id, Actor.SYSTEM).oneTimePassword());
        assertThat(visitor.get("/password").statusCode()).isEqualTo(200);

        people.setRoles(id, Set.of(Role.FILING_OFFICER), Actor.SYSTEM);

        assertThat(visitor.get("/password").statusCode()).isEqualTo(302);
    }

    @Test
    void apiWithoutCredentialsAnswersProblemDetailsInTheReadersLanguage() throws Exception {
        HttpResponse<String> chinese =
                visitor.send(visitor.request("/api/v1/nothing").GET());
        assertThat(chinese.statusCode()).isEqualTo(401);
        assertThat(chinese.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic");
        assertThat(chinese.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(chinese.headers().firstValue("Set-Cookie")).isEmpty();
        JsonNode problem = json.readTree(chinese.body());
        assertThat(problem.get("code").asText()).isEqualTo("NOT_SIGNED_IN");
        assertThat(problem.get("status").asInt()).isEqualTo(401);
        assertThat(problem.get("detail").asText()).isEqualTo("请先登录。");

        JsonNode english = json.readTree(visitor.basic("/api/v1/nothing", "review-officer", "not-it", "en-GB,en;q=0.8")
                .body());
        assertThat(english.get("code").asText()).isEqualTo("BAD_CREDENTIALS");
        assertThat(english.get("detail").asText()).startsWith("User name or password is wrong");
    }

    @Test
    void apiIgnoresTheSessionOfThePages() throws Exception {
        visitor.signIn("filing-officer", DemoPeople.PASSWORD);
        assertThat(visitor.get("/api/v1/nothing").statusCode()).isEqualTo(401);
        HttpResponse<String> known = visitor.basic("/api/v1/nothing", "filing-officer", DemoPeople.PASSWORD, "en");
        assertThat(known.statusCode()).isEqualTo(404);
        assertThat(json.readTree(known.body()).get("code").asText()).isEqualTo("NO_SUCH_ADDRESS");
    }

    @Test
    void onlyAdministratorsReachOperationsAndTheCockpit() throws Exception {
        assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(visitor.basic("/actuator/prometheus", "unit-head", DemoPeople.PASSWORD, "zh")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(302);
        assertThat(visitor.send(visitor.request("/camunda/api/engine/engine/")
                                .header("HX-Request", "true")
                                .GET())
                        .statusCode())
                .isEqualTo(401);

        visitor.signIn("unit-head", DemoPeople.PASSWORD);
        assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(403);

        visitor = new Visitor(port);
        visitor.signIn("admin", DemoPeople.PASSWORD);
        assertThat(visitor.get("/actuator/prometheus").statusCode()).isIn(200, 404);
        assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/camunda/api/admin/setup/default/user/create").statusCode())
                .isEqualTo(403);
    }

    private String newPerson(String login, Set<Role> roles) {
        return people.create(new People.NewPerson(login, "测试员", DemoPeople.CITY_BUREAU, roles, null), Actor.SYSTEM)
                .oneTimePassword();
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
