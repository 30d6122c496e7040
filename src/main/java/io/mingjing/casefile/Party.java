package io.mingjing.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A party of a case. Numbers are masked here; {@link Parties#reveal} shows them and leaves a trace.
 *
 * @param agentOf id of the party it acts for; only for agents
 * @param leftOn day on which it ceased to be a party
 * @param representative whether the applicants elected it to act for all of them (实施条例 art. 17)
 */
public record Party(
        String id,
        String caseId,
        int seq,
        PartyRole role,
        PartyKind kind,
        String name,
        @Nullable String organId,
        @Nullable String agentOf,
        @Nullable String idNumberMasked,
        @Nullable String phoneMasked,
        @Nullable String email,
        @Nullable String address,
        @Nullable LocalDate leftOn,
        @Nullable String leftReason,
        boolean representative,
        int version) {}
