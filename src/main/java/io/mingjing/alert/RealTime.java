package io.mingjing.alert;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** The time of the machine, in whole seconds. Mail waits in real time even where the law's clock is driven. */
@Component
class RealTime {

    Instant now() {
        return Instant.ofEpochSecond(System.currentTimeMillis() / 1000);
    }
}
