package io.mingjing.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A supervision order 督办单 (DOMAIN.md section 4).
 *
 * @param lightId the red light it follows
 * @param organId the responsible organ
 * @param replyLength length of the reply limit, set by the order itself: the law gives none
 * @param replyUnit WORKING_DAY or NATURAL_DAY
 * @param replyOverdue whether a reply limit of this order ever lapsed
 * @param rounds how often a reply was asked for
 */
public record SupervisionOrder(
        String caseId,
        String lightId,
        String organId,
        String subject,
        String facts,
        @Nullable String urgency,
        @Nullable String basis,
        @Nullable String requirements,
        @Nullable Integer replyLength,
        @Nullable String replyUnit,
        @Nullable LocalDate signedOn,
        @Nullable String signedBy,
        boolean replyOverdue,
        @Nullable String causeCode,
        @Nullable String cause,
        @Nullable String measures,
        @Nullable LocalDate repliedOn,
        @Nullable String review,
        @Nullable String reviewOpinion,
        int rounds,
        @Nullable LocalDate closedOn,
        int version) {}
