package io.mingjing.time.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mingjing.time.Explanations;
import io.mingjing.time.TimeFixture;
import io.mingjing.time.TimeLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The catalogue and the calculator over the real reference data; who may enter is tested elsewhere. */
@WebMvcTest(controllers = {TimeLimitController.class, CalculatorController.class})
@AutoConfigureMockMvc(addFilters = false)
class TimeLimitControllerTest {

    @TestConfiguration
    @ComponentScan(
            basePackages = "io.mingjing.web",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.mingjing\\.web\\.MessageBundles"))
    static class Frame {

        @Bean
        TimeLimits timeLimits() {
            return TimeFixture.LIMITS;
        }

        @Bean
        Explanations explanations(MessageSource messages) {
            return TimeFixture.explanations(messages);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
        }
    }

    @Autowired
    MockMvc web;

    @Test
    void theCatalogueHasEveryLimit() throws Exception {
        web.perform(get("/api/v1/time-limits").locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(47)))
                .andExpect(jsonPath("$[?(@.id == 'AR-INTAKE')].onLapse", contains("DEEMED_ACCEPTED")))
                .andExpect(jsonPath("$[?(@.id == 'AR-INTAKE')].legalBasis", contains("《行政复议法》第三十条第一款")))
                .andExpect(jsonPath("$[?(@.id == 'AR-PERFORM')].setByDocument", contains(true)));
    }

    @Test
    void everyWorkedExampleAndRefusalIsAnswered() throws Exception {
        for (String[] row : rows("worked-examples.csv")) {
            compute(row[1], body(row))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.dueDate").value(row[5]));
        }
        for (String[] row : rows("refusals.csv")) {
            if (row[5].startsWith("PROVISIONAL ")) {
                compute(row[1], body(row))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.dueDate").value(row[5].substring(12)))
                        .andExpect(jsonPath("$.provisional").value(true));
            } else {
                compute(row[1], body(row))
                        .andExpect(status().is(row[5].equals("UNKNOWN_TIME_LIMIT") ? 404 : 422))
                        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                        .andExpect(jsonPath("$.code").value(row[5]));
            }
        }
    }

    @Test
    void theAnswerExplainsItself() throws Exception {
        compute("AR-DECIDE-ORD", """
                    {"startDate":"2026-01-05","pauses":[{"from":"2026-02-10","to":"2026-03-03","ground":"鉴定"}],
                     "extensionDays":15}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.timeLimit").value("AR-DECIDE-ORD"))
                .andExpect(jsonPath("$.dueDate").value("2026-04-13"))
                .andExpect(jsonPath("$.yellowOn").value("2026-04-03"))
                .andExpect(jsonPath("$.redOn").value("2026-04-14"))
                .andExpect(jsonPath("$.provisional").value(false))
                .andExpect(jsonPath("$.legalBasis").value("《行政复议法》第六十二条第一款"))
                .andExpect(jsonPath("$.steps[0].date").value("2026-01-05"))
                .andExpect(jsonPath("$.steps[0].day").value(0))
                .andExpect(jsonPath("$.steps[*].text", hasItem(containsString("（鉴定）"))))
                .andExpect(jsonPath("$.explanation", containsString("经批准延长15日")));
    }

    @Test
    void theAnswerSpeaksTheReadersLanguage() throws Exception {
        web.perform(post("/api/v1/time-limits/AR-INTAKE/computations")
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"startDate\":\"2026-03-02\"}"))
                .andExpect(jsonPath("$.explanation", containsString("The limit ends on 9 March 2026.")));
    }

    @Test
    void aLimitSetByDocumentTakesLengthAndUnit() throws Exception {
        compute("AR-PERFORM", "{\"startDate\":\"2026-02-11\",\"length\":7,\"unit\":\"NATURAL_DAY\"}")
                .andExpect(jsonPath("$.dueDate").value("2026-02-24"));
        compute("SO-REPLY", "{\"startDate\":\"2026-02-11\",\"length\":7,\"unit\":\"WORKING_DAY\"}")
                .andExpect(jsonPath("$.dueDate").value("2026-02-27"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BAD_BODY            | AR-INTAKE  | ``",
                "BAD_BODY            | AR-INTAKE  | []",
                "BAD_BODY            | AR-INTAKE  | {\"startDate\":",
                "BAD_BODY            | AR-INTAKE  | {\"startDate\":\"2026-03-02\"} {}",
                "START_DATE_REQUIRED | AR-INTAKE  | {}",
                "START_DATE_REQUIRED | AR-INTAKE  | {\"startDate\":null}",
                "BAD_DATE            | AR-INTAKE  | {\"startDate\":\"2026-02-30\"}",
                "BAD_DATE            | AR-INTAKE  | {\"startDate\":\"2026-3-2\"}",
                "BAD_DATE            | AR-INTAKE  | {\"startDate\":20260302}",
                "BAD_DATE            | AR-DECIDE-ORD | {\"startDate\":\"2026-03-02\",\"pauses\":[{\"from\":\"x\"}]}",
                "BAD_DATE            | AR-DECIDE-ORD | {\"startDate\":\"2026-03-02\",\"pauses\":[{\"from\":\"2026-03-03\",\"to\":\"soon\"}]}",
                "BAD_PAUSE           | AR-DECIDE-ORD | {\"startDate\":\"2026-03-02\",\"pauses\":[{\"to\":\"2026-03-03\"}]}",
                "BAD_PAUSE           | AR-DECIDE-ORD | {\"startDate\":\"2026-03-02\",\"pauses\":\"x\"}",
                "BAD_PAUSE           | AR-DECIDE-ORD | {\"startDate\":\"2026-03-02\",\"pauses\":[1]}",
                "BAD_EXTENSION       | AR-DECIDE-ORD | {\"startDate\":\"2026-03-02\",\"extensionDays\":\"10\"}",
                "BAD_EXTENSION       | AR-DECIDE-ORD | {\"startDate\":\"2026-03-02\",\"extensionDays\":1.5}",
                "BAD_EXTENSION       | AR-DECIDE-ORD | {\"startDate\":\"2026-03-02\",\"extensionDays\":-1}",
                "UNKNOWN_FIELD       | AR-INTAKE  | {\"startDate\":\"2026-03-02\",\"days\":3}",
                "UNKNOWN_FIELD       | AR-DECIDE-ORD | {\"startDate\":\"2026-03-02\",\"pauses\":[{\"from\":\"2026-03-03\",\"until\":\"2026-03-04\"}]}",
                "LENGTH_FIXED        | AR-INTAKE  | {\"startDate\":\"2026-03-02\",\"length\":3}",
                "LENGTH_FIXED        | AR-INTAKE  | {\"startDate\":\"2026-03-02\",\"unit\":\"WORKING_DAY\"}",
                "LENGTH_REQUIRED     | SO-REPLY   | {\"startDate\":\"2026-03-02\"}",
                "UNIT_REQUIRED       | SO-REPLY   | {\"startDate\":\"2026-03-02\",\"length\":3}",
                "BAD_UNIT            | SO-REPLY   | {\"startDate\":\"2026-03-02\",\"length\":3,\"unit\":\"DAYS\"}",
                "BAD_LENGTH          | SO-REPLY   | {\"startDate\":\"2026-03-02\",\"length\":0,\"unit\":\"WORKING_DAY\"}",
                "BAD_GROUND          | AR-DECIDE-ORD | {\"startDate\":\"2026-03-02\",\"pauses\":[{\"from\":\"2026-03-03\",\"ground\":7}]}",
                "UNKNOWN_TIME_LIMIT  | AR-NOSUCH  | {",
            })
    void everyMistakeHasItsCodeAndItsSentence(String code, String rule, String body) throws Exception {
        compute(rule, body)
                .andExpect(status().is(code.equals("UNKNOWN_TIME_LIMIT") ? 404 : 422))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.detail", not(containsString(code))))
                .andExpect(jsonPath("$.detail", not(containsString("{"))));
    }

    @Test
    void theCalculatorShowsItsFormAndTheFieldsOfTheChosenLimit() throws Exception {
        web.perform(get("/calculator").locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"extension\"")))
                .andExpect(content().string(containsString("name=\"from\"")))
                .andExpect(content().string(not(containsString("??"))));
        web.perform(get("/calculator/fields").param("rule", "AR-INTAKE").header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"start\"")))
                .andExpect(content().string(not(containsString("name=\"extension\""))))
                .andExpect(content().string(not(containsString("name=\"from\""))));
        web.perform(get("/calculator/fields").param("rule", "SO-REPLY").header("HX-Request", "true"))
                .andExpect(content().string(containsString("name=\"length\"")))
                .andExpect(content().string(containsString("name=\"unit\"")));
    }

    @Test
    void theCalculatorAnswersWithAPartOrAPage() throws Exception {
        var request = post("/calculator")
                .param("rule", "AR-DECIDE-ORD")
                .param("start", "2026-01-05")
                .param("extension", "15")
                .param("from", "2026-02-10", "", "")
                .param("to", "2026-03-03", "", "")
                .param("ground", "鉴定", "", "")
                .locale(Locale.SIMPLIFIED_CHINESE);
        web.perform(request)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html")))
                .andExpect(content().string(containsString("value=\"2026-02-10\"")))
                .andExpect(content().string(containsString("2026-04-13")));
        web.perform(request.header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2026-04-13")))
                .andExpect(content().string(containsString("经批准延长15日")))
                .andExpect(content().string(not(containsString("<html"))))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void theCalculatorShowsAnOpenPauseAndARefusal() throws Exception {
        web.perform(post("/calculator")
                        .header("HX-Request", "true")
                        .param("rule", "AR-DECIDE-ORD")
                        .param("start", "2026-01-05")
                        .param("from", "2026-02-10")
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("恢复之前没有届满日")));
        web.perform(post("/calculator")
                        .header("HX-Request", "true")
                        .param("rule", "AR-DECIDE-ORD")
                        .param("start", "2026-01-05")
                        .param("extension", "31")
                        .locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(header().string("HX-Retarget", "#mj-notices"))
                .andExpect(content().string(containsString("最多可以延长30日")));
    }

    private ResultActions compute(String rule, String body) throws Exception {
        return web.perform(post("/api/v1/time-limits/" + rule + "/computations")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String body(String[] row) {
        StringBuilder pauses = new StringBuilder();
        for (String pause : row[3].split(";")) {
            String[] ends = pause.split("/", -1);
            if (ends.length == 2) {
                pauses.append(pauses.isEmpty() ? "" : ",")
                        .append("{\"from\":\"%s\",\"to\":%s}"
                                .formatted(ends[0], ends[1].isEmpty() ? "null" : '"' + ends[1] + '"'));
            }
        }
        return "{\"startDate\":\"%s\",\"pauses\":[%s],\"extensionDays\":%s}".formatted(row[2], pauses, row[4]);
    }

    private static List<String[]> rows(String file) throws Exception {
        return Files.readAllLines(Path.of("src/test/resources/time", file)).stream()
                .skip(1)
                .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .toList();
    }
}
