package io.mingjing.structure;

import io.mingjing.Mingjing;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows between modules are those that each module declares. */
class ModularityTest {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Mingjing.class).verify();
    }
}
