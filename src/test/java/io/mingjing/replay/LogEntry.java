package io.mingjing.replay;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as its text has it.
 *
 * @param on day of recording, Asia/Shanghai
 * @param legalDate day of effect in law, where the entry names one
 */
record LogEntry(
        long seq,
        String caseId,
        LocalDate on,
        String actorId,
        String kind,
        @Nullable LocalDate legalDate,
        Map<String, String> facts) {

    LogEntry {
        facts = Map.copyOf(facts);
    }

    /** The fact; empty where the entry has none. */
    String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The day of effect, else the day of recording. */
    LocalDate day() {
        return legalDate == null ? on : legalDate;
    }
}
