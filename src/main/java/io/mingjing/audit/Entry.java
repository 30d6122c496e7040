package io.mingjing.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the log as people read it; the text is {@code log.<kind>} filled with the facts.
 *
 * @param seq place in the whole chain, from 1 without gaps; the order of acts, never {@code recordedAt}
 * @param caseSeq place in the stream of the case, from 1 without gaps
 * @param recordedAt when it was recorded, whole seconds
 * @param actorName name of the actor at that time
 * @param legalDate day on which the act has its effect in law, where that is not the day of recording
 * @param personal personal values that still exist; destroyed ones are missing here and keep their digest in the chain
 * @param payload canonical text from which {@code hash} is made
 */
public record Entry(
        long seq,
        @Nullable String caseId,
        @Nullable Long caseSeq,
        Instant recordedAt,
        String actorId,
        String actorName,
        String kind,
        @Nullable LocalDate legalDate,
        Map<String, Object> facts,
        Map<String, String> personal,
        String payload,
        String prevHash,
        String hash) {}
