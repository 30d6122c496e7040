package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What turns the course of a case beside its main path: proposed by an officer, ordered by whom the law names.
 *
 * @param ground a code of the kind's own list; null where the law names no list
 * @param facts facts and reasons
 * @param days length in days, of an extension
 * @param askedOn day on which the applicant asked, of a withdrawal; first day that does not count, of excluded time
 * @param orderedOn day of the order: from it the order has effect
 * @param endedOn day on which a suspension or excluded time ended
 */
public record ReviewOrder(
        String id,
        String caseId,
        Kind kind,
        @Nullable String ground,
        String facts,
        @Nullable String evidence,
        @Nullable Integer days,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate expectedOn,
        State state,
        @Nullable String orderNo,
        @Nullable LocalDate orderedOn,
        @Nullable LocalDate endedOn,
        String proposedBy,
        String proposedName,
        Instant proposedAt,
        int version) {

    /** The turns a case may take. */
    public enum Kind {
        /** 中止 (行政复议法 art. 39.1). */
        SUSPENSION,
        /** 恢复审理 (art. 39.2). */
        RESUMPTION,
        /** Time for inspection and appraisal (实施条例 art. 45, 46). */
        EXCLUSION,
        /** 延期 (art. 62.1). */
        EXTENSION,
        /** 转为普通程序 (art. 55). */
        CONVERSION,
        /** 撤回申请 (art. 41 item 1, art. 74). */
        WITHDRAWAL,
        /** 终止 on the other grounds of art. 41. */
        TERMINATION,
        /** 驳回申请 (art. 33; 实施条例 art. 37.1). */
        DISMISSAL,
        /** 提级审理 (art. 38; 实施条例 art. 40). */
        ELEVATION
    }

    /** How far an order has come. */
    public enum State {
        PROPOSED,
        ORDERED,
        ENDED,
        DROPPED
    }

    /** What an officer proposes. */
    public record Draft(
            @Nullable String ground,
            String facts,
            @Nullable String evidence,
            @Nullable Integer days,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate expectedOn) {

        public static Draft of(@Nullable String ground, String facts) {
            return new Draft(ground, facts, null, null, null, null);
        }
    }

    ReviewOrder to(State next, @Nullable String number, @Nullable LocalDate ordered, @Nullable LocalDate ended) {
        return new ReviewOrder(
                id,
                caseId,
                kind,
                ground,
                facts,
                evidence,
                days,
                askedOn,
                expectedOn,
                next,
                number,
                ordered,
                ended,
                proposedBy,
                proposedName,
                proposedAt,
                version);
    }
}
