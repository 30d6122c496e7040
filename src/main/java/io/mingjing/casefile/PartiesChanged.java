package io.mingjing.casefile;

import io.mingjing.shared.Actor;

/** Somebody became a party of the case, ceased to be one, or is named otherwise. */
record PartiesChanged(String caseId, Actor actor) {}
