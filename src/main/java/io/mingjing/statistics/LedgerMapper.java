package io.mingjing.statistics;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads the ledger of reviews; the statements stand in the XML of the same name. */
@Mapper
interface LedgerMapper {

    /** A review as the ledger sees it. */
    record Review(
            String caseId,
            String registerNo,
            LocalDate receivedOn,
            @Nullable String caseNo,
            @Nullable String procedureCode,
            @Nullable LocalDate closedOn,
            @Nullable String outcome,
            @Nullable LocalDate archivedOn,
            String channel,
            @Nullable String adminField,
            String actKind,
            String requests,
            @Nullable String prerequisiteGround,
            boolean enterprise,
            @Nullable String documentName,
            @Nullable String acceptance,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate repliedOn,
            boolean replyMissing,
            @Nullable String viewsMethod,
            @Nullable LocalDate viewsOn,
            boolean decisionOverdue,
            @Nullable String performed,
            @Nullable LocalDate performedOn,
            @Nullable String archiveNo,
            @Nullable LocalDate noticeServedOn,
            @Nullable LocalDate completedOn) {}

    /** A party of a case; {@code organKind} where it is an organ of the tree. */
    record PartyOf(
            String caseId,
            String role,
            String kind,
            String name,
            @Nullable String organKind) {}

    record HandlerOf(String caseId, String kind, String name) {}

    /** A limit for the decision. */
    record LimitOf(
            String caseId,
            String id,
            String state,
            LocalDate startOn,
            @Nullable LocalDate dueOn,
            int extensionDays,
            @Nullable LocalDate metOn) {}

    record PauseOf(
            String caseId, LocalDate fromOn, @Nullable LocalDate toOn) {}

    /** An issued letter, once for each of its recipients. */
    record LetterOf(
            String caseId,
            String type,
            @Nullable String letterNumber,
            @Nullable LocalDate issuedOn,
            @Nullable String recipient,
            @Nullable LocalDate servedOn) {}

    record HearingOf(String caseId, String state, @Nullable LocalDate hearingOn) {}

    record SuitOf(
            String caseId,
            String kind,
            LocalDate happenedOn,
            @Nullable String result) {}

    List<Review> search(
            @Param("scope") LedgerScope scope,
            @Param("period") Period period,
            @Param("afterOn") @Nullable LocalDate afterOn,
            @Param("afterId") @Nullable String afterId,
            @Param("rows") int rows);

    List<PartyOf> findParties(@Param("ids") List<String> ids);

    List<HandlerOf> findHandlers(@Param("ids") List<String> ids);

    List<LimitOf> findDecisionLimits(@Param("ids") List<String> ids);

    List<PauseOf> findSuspensions(@Param("ids") List<String> ids);

    List<LetterOf> findLetters(@Param("ids") List<String> ids);

    List<HearingOf> findHearings(@Param("ids") List<String> ids);

    List<SuitOf> findSuits(@Param("ids") List<String> ids);

    /** What {@link Balance} counts, but the enquiries. */
    record Counts(
            int received,
            int accepted,
            int refused,
            int givenUp,
            int told,
            int pending,
            int carried,
            int taken,
            int closed,
            int open) {}

    Counts count(@Param("scope") LedgerScope scope, @Param("period") Period period);

    int countEnquiries(@Param("scope") LedgerScope scope, @Param("period") Period period);
}
