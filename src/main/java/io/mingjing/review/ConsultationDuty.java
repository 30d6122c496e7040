package io.mingjing.review;

import java.util.List;

/**
 * Whether the review committee must be consulted on a case, as {@code committee-duty.dmn} answers from its facts.
 *
 * @param reasons the grounds that the case meets, or the provision that leaves a choice
 */
public record ConsultationDuty(boolean compulsory, List<Reason> reasons) {

    /** The four grounds of 行政复议法 art. 52.2, in the order of its items. */
    public enum Ground {
        /** Major, difficult or complex. */
        MAJOR,
        /** Highly specialised or technical. */
        SPECIALISED,
        /** A provincial government reviews its own act (art. 24.2). */
        OWN_ACT,
        /** The unit thinks it needed. */
        NEEDED
    }

    /** @param ground a code of {@link Ground}, or NONE @param article code of the provision, such as {@code L52_2_1} */
    public record Reason(String ground, String article) {}

    public ConsultationDuty {
        reasons = List.copyOf(reasons);
    }

    /** The number of the item of art. 52.2 that comes first; 0 where consulting is optional. */
    int item() {
        return compulsory ? Ground.valueOf(reasons.get(0).ground()).ordinal() + 1 : 0;
    }
}
