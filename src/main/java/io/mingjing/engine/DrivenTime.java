package io.mingjing.engine;

import java.time.LocalDateTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether time is driven by hand (demonstration, tests, simulation).
 *
 * @param enabled false in every real installation
 * @param start where time stands when the database is new, Asia/Shanghai
 * @param flowing whether driven time passes by itself between two jumps; false in tests
 */
@ConfigurationProperties("mingjing.driven-time")
record DrivenTime(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("2026-03-02T09:00:00") LocalDateTime start,
        @DefaultValue("true") boolean flowing) {}
