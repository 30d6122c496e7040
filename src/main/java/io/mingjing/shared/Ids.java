package io.mingjing.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** Makes the ids of rows: time-ordered UUIDs, so that a later id sorts after an earlier one and indexes grow at their end. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id of 36 characters. */
    public static String next() {
        return GENERATOR.generate().toString();
    }
}
