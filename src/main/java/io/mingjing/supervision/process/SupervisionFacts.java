package io.mingjing.supervision.process;

import io.mingjing.casefile.AreaFacts;
import io.mingjing.shared.Area;
import io.mingjing.supervision.Supervision;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a supervision order says of the case it stems from. */
@Component
class SupervisionFacts implements AreaFacts {

    private final Supervision supervision;

    SupervisionFacts(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public Area area() {
        return Area.SUPERVISION;
    }

    @Override
    public Map<String, Object> of(String caseId) {
        return supervision
                .sourceCase(caseId)
                .<Map<String, Object>>map(number -> Map.of("sourceCase", number))
                .orElse(Map.of());
    }
}
