package io.mingjing.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the texts of the log and nothing else. */
final class LogReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private LogReader() {}

    /** All entries about reviews of that government, in their order. */
    static List<LogEntry> of(JdbcTemplate jdbc, String governmentId) {
        List<LogEntry> entries = new ArrayList<>();
        Set<String> cases = new HashSet<>();
        jdbc.query("select payload from audit_entry where case_id is not null order by seq", row -> {
            LogEntry entry = entry(row.getString(1));
            if (entry.kind().equals("casefile.registered")
                    && entry.fact("area").equals("REVIEW")
                    && entry.fact("governmentId").equals(governmentId)) {
                cases.add(entry.caseId());
            }
            if (cases.contains(entry.caseId())) {
                entries.add(entry);
            }
        });
        return entries;
    }

    /** One entry from its canonical text. */
    static LogEntry entry(String payload) {
        try {
            JsonNode text = JSON.readTree(payload);
            Map<String, String> facts = new HashMap<>();
            text.path("facts")
                    .fields()
                    .forEachRemaining(
                            fact -> facts.put(fact.getKey(), fact.getValue().asText()));
            JsonNode legal = text.path("legalDate");
            return new LogEntry(
                    text.path("seq").asLong(),
                    text.path("case").asText(),
                    Instant.parse(text.path("at").asText()).atZone(ZONE).toLocalDate(),
                    text.path("actor").path("id").asText(),
                    text.path("kind").asText(),
                    legal.isTextual() ? LocalDate.parse(legal.asText()) : null,
                    facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a text of the log: " + payload, e);
        }
    }
}
