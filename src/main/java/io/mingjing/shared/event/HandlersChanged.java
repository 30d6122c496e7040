package io.mingjing.shared.event;

/** Who handles a case, or who is recused from it, has changed. */
public record HandlersChanged(String caseId) {}
