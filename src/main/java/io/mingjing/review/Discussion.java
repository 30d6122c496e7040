package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;

/** 集体讨论记录: how a case was discussed collectively; it belongs to the secondary part of the file (行政复议法 art. 61). */
public record Discussion(
        String id,
        String caseId,
        LocalDate discussedOn,
        String host,
        String members,
        String recorder,
        String opinions,
        String conclusion,
        String recordedBy,
        String recordedByName,
        Instant recordedAt) {}
