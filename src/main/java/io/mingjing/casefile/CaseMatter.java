package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;

/** SPI for areas whose cases have a matter of their own beside the title, such as the act complained of. */
public interface CaseMatter {

    Area area();

    String of(String caseId);

    /** Corrects it and logs what it was; who may has been checked. */
    void correct(String caseId, String matter, Actor actor);
}
