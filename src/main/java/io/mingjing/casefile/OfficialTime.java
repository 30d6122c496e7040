package io.mingjing.casefile;

import io.mingjing.engine.Timekeeper;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Instants as people read them, to the minute, in Asia/Shanghai. */
final class OfficialTime {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Timekeeper.ZONE);

    private OfficialTime() {}

    static String text(Instant instant) {
        return MINUTE.format(instant);
    }
}
