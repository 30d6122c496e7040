package io.mingjing.document;

import io.mingjing.shared.Actor;

/** What documents must know about their case; implemented by the module that owns cases. */
public interface CaseAccess {

    /** Refuses with NOT_FOUND when the actor may not see the case or there is none. */
    void requireVisible(String caseId, Actor actor);

    /** Refuses with FORBIDDEN when the actor may see the case but does not handle it. */
    void requireHandler(String caseId, Actor actor);

    /** Locks the case, so that acts on it follow each other: the first lock of an act. */
    void lock(String caseId);

    /** Folder of the case's area below {@code bpmn/}, such as {@code review}. */
    String areaFolder(String caseId);

    /** Whether the actor, who sees the case, may read this part of its file. */
    boolean mayReadPart(String caseId, FilePart part, Actor actor);

    /**
     * Whether the actor is a contact of the organ that this party of the case is; a contact reads the letters that were
     * issued to it, and no draft.
     */
    default boolean speaksFor(String caseId, String partyId, Actor actor) {
        return false;
    }
}
