package io.mingjing.identity;

import static io.mingjing.testing.Visitor.target;
import static io.mingjing.testing.Visitor.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator's pages for people and organs. */
@IntegrationTest
class AdminIT {

    private static final Pattern ONE_TIME = Pattern.compile("id=\"one-time-password\">([^<]+)<");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Organs organs;

    @Test
    void othersAreTurnedAway() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn("unit-head", DemoPeople.PASSWORD);

        assertThat(visitor.get("/admin").statusCode()).isEqualTo(403);
        String token = tokenOf(visitor.get("/password").body());
        assertThat(visitor.post("/admin/people/" + DemoPeople.AUDITOR + "/closed", Map.of("_csrf", token))
                        .statusCode())
                .isEqualTo(403);
        assertThat(people.get(DemoPeople.AUDITOR).active()).isTrue();
    }

    @Test
    void newPersonGetsAOneTimePasswordThatWorks() throws Exception {
        Visitor admin = administrator();
        HttpResponse<String> list = admin.get("/admin?q=review-officer");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("周明远", "沈若溪", "盛阳市司法局").doesNotContain("林晓雯");

        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", tokenOf(list.body()));
        form.put("login", "Chen.Xi");
        form.put("name", "陈曦");
        form.put("organId", DemoPeople.CITY_BUREAU);
        form.put("roles", "REVIEW_OFFICER");
        form.put("email", "");
        HttpResponse<String> created = admin.post("/admin/people", form);

        assertThat(created.statusCode()).isEqualTo(200);
        Matcher oneTime = ONE_TIME.matcher(created.body());
        assertThat(oneTime.find()).isTrue();
        Person person = people.findByLogin("chen.xi").orElseThrow();
        assertThat(person.roles()).containsExactly(Role.REVIEW_OFFICER);
        assertThat(person.email()).isNull();
        assertThat(admin.get("/admin/people/" + person.id()).body())
                .contains("陈曦")
                .doesNotContain("one-time-password");
        assertThat(target(new Visitor(port).signIn("chen.xi", oneTime.group(1))))
                .doesNotContain("/login");

        HttpResponse<String> again = admin.post("/admin/people", form);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("用户名 chen.xi 已被使用").contains("value=\"陈曦\"");
    }

    @Test
    void rolesAccountAndLeaveAreChangedOnThePersonsPage() throws Exception {
        String id = people.create(
                        new People.NewPerson("page-person", "方圆", DemoPeople.CITY_BUREAU, Set.of(), null), Actor.SYSTEM)
                .person()
                .id();
        Visitor admin = administrator();
        String page = "/admin/people/" + id;
        String token = tokenOf(admin.get(page).body());

        assertThat(target(admin.post(page + "/roles", Map.of("_csrf", token, "roles", "FILING_OFFICER"))))
                .endsWith(page);
        assertThat(people.get(id).roles()).containsExactly(Role.FILING_OFFICER);

        admin.post(
                page + "/delegations",
                Map.of(
                        "_csrf",
                        token,
                        "toUserId",
                        DemoPeople.LEGAL_ADVISER,
                        "fromOn",
                        "2026-03-02",
                        "toOn",
                        "2026-03-06"));
        assertThat(admin.get(page).body()).contains("2026-03-02 至 2026-03-06 由邹文博代行");
        assertThat(people.actor(DemoPeople.LEGAL_ADVISER).roles()).contains(Role.FILING_OFFICER);
        String delegation = people.delegationsFrom(id).get(0).id();
        admin.post(page + "/delegations/" + delegation + "/end", Map.of("_csrf", token));
        assertThat(people.actor(DemoPeople.LEGAL_ADVISER).roles()).doesNotContain(Role.FILING_OFFICER);

        admin.post(page + "/closed", Map.of("_csrf", token));
        assertThat(people.get(id).active()).isFalse();
        admin.post(page + "/open", Map.of("_csrf", token));
        assertThat(people.get(id).active()).isTrue();
        admin.post(page + "/roles", Map.of("_csrf", token));
        assertThat(people.get(id).roles()).isEmpty();
    }

    @Test
    void organIsEnteredAndRenamed() throws Exception {
        Visitor admin = administrator();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("_csrf", tokenOf(admin.get("/admin").body()));
        form.put("organName", "盛阳市文化局");
        form.put("shortName", "市文化局");
        form.put("parentId", DemoPeople.CITY);
        form.put("kind", "DEPARTMENT");
        form.put("code", "Kultur!");
        form.put("numberCode", "盛文");
        form.put("sort", "95");
        HttpResponse<String> wrong = admin.post("/admin/organs", form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("代码为 1 至 20 个小写字母或数字");

        form.put("code", "whj");
        assertThat(target(admin.post("/admin/organs", form))).endsWith("/admin");
        Organ organ = organs.search("市文化局", 1).get(0);
        assertThat(organ.path()).isEqualTo("/sy/whj/");
        assertThat(organ.numberCode()).isEqualTo("盛文");

        admin.post(
                "/admin/organs/" + organ.id() + "/name",
                Map.of("_csrf", form.get("_csrf"), "name", "盛阳市文化和旅游局", "shortName", "市文旅局"));
        assertThat(organs.get(organ.id()).name()).isEqualTo("盛阳市文化和旅游局");
    }

    private Visitor administrator() throws Exception {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", DemoPeople.PASSWORD);
        return visitor;
    }
}
