package io.mingjing.review;

import io.mingjing.casefile.Declaration.Relation;
import io.mingjing.casefile.RecusalDuty;
import io.mingjing.shared.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody be kept away from a case 回避, and what was decided (公务员法 art. 76, 77).
 *
 * @param position order in the case, from 1
 * @param applicant party or agent who applied; null for other origins
 * @param tie party, agent or act to which the relation is
 * @param duty what the table answers for the relation
 * @param article code of the provision, such as {@code GWY_76_2}
 * @param declared whether the person declared the relation; otherwise it is alleged
 * @param decider UNIT_HEAD, for the head of the unit ORGAN_HEAD
 */
public record RecusalRequest(
        String id,
        String caseId,
        int position,
        State state,
        Origin origin,
        @Nullable String applicant,
        String personId,
        String personName,
        Relation relation,
        String tie,
        String facts,
        RecusalDuty.Level duty,
        String article,
        boolean declared,
        Role decider,
        @Nullable String opinion,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String proposedBy,
        Instant proposedAt,
        int version) {

    /** Where it stands. */
    public enum State {
        ASKED,
        GRANTED,
        REJECTED
    }

    /** Who asked. */
    public enum Origin {
        PARTY,
        SELF,
        UNIT,
        /** A declared relation met a party of the case. */
        SYSTEM
    }
}
