package io.mingjing.identity;

/** Rights or password of a person changed: sessions opened before must end. Heard after commit. */
public record AccessChanged(String login) {}
