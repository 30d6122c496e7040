package io.mingjing.shared.event;

import io.mingjing.shared.Area;

/** A case has been entered in the register; its process is not started yet. */
public record CaseRegistered(String caseId, Area area, String kind) {}
