package io.mingjing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.identity.DemoPeople;
import io.mingjing.testing.IntegrationTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the API answers to requests that are wrong, repeated, or hit a fault. */
@IntegrationTest
class ApiAnswersIT {

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcTemplate jdbc;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void malformedRequestsAreSaidInTheReadersLanguageWithACode() throws Exception {
        expect(post("{", "zh-CN", null), 400, "MALFORMED_BODY", "请求内容无法识别，请检查 JSON 格式和字段。");
        expect(post("{", "en", null), 400, "MALFORMED_BODY", "The body of the request cannot be read.");
        expect(get("/api/v1/trial?on=tomorrow"), 400, "MALFORMED_PARAMETER", "请求参数 on");
        expect(get("/api/v1/trial"), 400, "MALFORMED_PARAMETER", "请求参数 on");
        expect(get("/api/v1/nowhere"), 404, "NO_SUCH_ADDRESS", "该地址不存在");
        expect(send(request("/api/v1/trial").DELETE()), 405, "METHOD_NOT_ALLOWED", "该地址不支持 DELETE");
        expect(
                send(request("/api/v1/trial")
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))),
                415,
                "MEDIA_TYPE_NOT_SUPPORTED",
                "application/json");
    }

    @Test
    void fieldThatDoesNotFitIsNamed() throws Exception {
        HttpResponse<String> answer = post("{\"what\":\"a\",\"days\":\"many\"}", "zh-CN", null);
        expect(answer, 400, "MALFORMED_BODY", "");
        JsonNode error = json.readTree(answer.body()).get("errors").get(0);
        assertThat(error.get("field").asText()).isEqualTo("days");
        assertThat(error.get("message").asText()).isEqualTo("格式不正确，请检查。");

        HttpResponse<String> unknown = post("{\"what\":\"a\",\"days\":1,\"colour\":1}", "en", null);
        assertThat(json.readTree(unknown.body())
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asText())
                .isEqualTo("colour");
    }

    @Test
    void faultCarriesAReferenceAndNothingElse() throws Exception {
        HttpResponse<String> answer = get("/api/v1/trial?on=1999-01-01");
        expect(answer, 500, "UNEXPECTED", "编号");
        String reference = json.readTree(answer.body()).get("reference").asText();
        assertThat(answer.headers().firstValue("X-Reference")).contains(reference);
        assertThat(answer.body()).contains("编号 " + reference).doesNotContain("IllegalState", "a fault");
    }

    @Test
    void sameKeyTwiceCreatesOneAndAnswersTheSame() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = "{\"what\":\"twice-" + key + "\",\"days\":1}";

        HttpResponse<String> first = post(body, "zh-CN", key);
        HttpResponse<String> second = post(body, "zh-CN", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(created("twice-" + key)).isEqualTo(1);
    }

    @Test
    void sameKeyForAnotherRequestIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThat(post("{\"what\":\"one\",\"days\":1}", "zh-CN", key).statusCode())
                .isEqualTo(201);
        expect(post("{\"what\":\"two\",\"days\":1}", "zh-CN", key), 422, "IDEMPOTENCY_KEY_REUSED", "换一个新的");
        expect(post("{\"what\":\"two\",\"days\":1}", "zh-CN", "with blank"), 422, "IDEMPOTENCY_KEY_FORM", "");
    }

    @Test
    void refusedRequestLeavesTheKeyFreeAndNothingBehind() throws Exception {
        String key = UUID.randomUUID().toString();
        expect(post("{\"what\":\"no-" + key + "\",\"days\":-1}", "zh-CN", key), 409, "PERSON_CHANGED", "");
        assertThat(created("no-" + key)).isZero();
        assertThat(post("{\"what\":\"yes-" + key + "\",\"days\":1}", "zh-CN", key)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void sameKeyAtTheSameMomentCreatesOne() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = "{\"what\":\"race-" + key + "\",\"days\":1}";
        List<CompletableFuture<HttpResponse<String>>> racers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            racers.add(client.sendAsync(creating(body, "zh-CN", key).build(), HttpResponse.BodyHandlers.ofString()));
        }
        List<Integer> statuses = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> racer : racers) {
            statuses.add(racer.get().statusCode());
        }
        assertThat(created("race-" + key)).isEqualTo(1);
        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
    }

    private int created(String what) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_entry where kind = 'trial.created' and payload like ?",
                Integer.class,
                "%" + what + "%");
        return count == null ? 0 : count;
    }

    private void expect(HttpResponse<String> answer, int status, String code, String detail) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("detail").asText()).contains(detail);
    }

    private HttpRequest.Builder request(String path) {
        String credentials = Base64.getEncoder()
                .encodeToString(("unit-head:" + DemoPeople.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + credentials);
    }

    private HttpRequest.Builder creating(String body, String language, @Nullable String key) {
        HttpRequest.Builder request = request("/api/v1/trial")
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private HttpResponse<String> post(String body, String language, @Nullable String key) throws Exception {
        return send(creating(body, language, key));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
