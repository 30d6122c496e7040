package io.mingjing.shared.event;

/** A member of the staff has declared a relation that may keep the person away from cases. */
public record RelationDeclared(String userId) {}
