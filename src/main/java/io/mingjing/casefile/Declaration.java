package io.mingjing.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member of the staff has declared: a relation to somebody who may come to be a party, or an act that the person once
 * handled (公务员法 art. 76, 77).
 *
 * @param name of the person or organ as cases name it; for {@link Relation#HANDLED_ACT} the act or its number
 * @param endedAt when the relation was declared over; null while it lasts
 */
public record Declaration(
        String id,
        String userId,
        Relation relation,
        String name,
        @Nullable String note,
        Instant declaredAt,
        @Nullable Instant endedAt) {

    /** How the person stands to the one that is named. */
    public enum Relation {
        /** 本人利害关系: the person's own interest. */
        INTEREST,
        /** 近亲属: spouse, direct line, collateral within three generations, close in-laws. */
        RELATIVE,
        /** 曾承办原行政行为: handled the act that is reviewed. */
        HANDLED_ACT,
        /** 其他可能影响公正的关系. */
        OTHER
    }
}
