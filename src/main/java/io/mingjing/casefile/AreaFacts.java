package io.mingjing.casefile;

import io.mingjing.shared.Area;
import java.util.Map;

/** What an area knows of a case that its letters may name, beyond what every case has; one for each area. */
public interface AreaFacts {

    Area area();

    /** Facts by the names of the letters' fields; win over those of the case, lose to what the form says. */
    Map<String, Object> of(String caseId);
}
