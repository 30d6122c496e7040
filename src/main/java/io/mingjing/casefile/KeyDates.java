package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Days on which something happened in a case that a limit may run from; each change is kept. */
@Component
class KeyDates {

    record Row(String name, LocalDate onDate) {}

    private final CaseMapper mapper;
    private final Clock clock;

    KeyDates(CaseMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    Optional<LocalDate> find(String caseId, String name) {
        return mapper.findKeyDate(caseId, name);
    }

    Map<String, LocalDate> of(String caseId) {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        mapper.findKeyDates(caseId).forEach(row -> dates.put(row.name(), row.onDate()));
        return dates;
    }

    /** Writes the day; false when it was that day already. */
    boolean set(String caseId, String name, LocalDate on, Actor actor) {
        if (mapper.findKeyDate(caseId, name).filter(on::equals).isPresent()) {
            return false;
        }
        int before = mapper.findKeyDateVersion(caseId, name).orElse(0);
        if (before == 0) {
            mapper.insertKeyDate(caseId, name, on);
        } else if (mapper.updateKeyDate(caseId, name, on, before) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
        Instant now = clock.instant();
        mapper.insertKeyDateChange(caseId, name, before + 1, on, actor.userId(), actor.name(), now);
        return true;
    }
}
