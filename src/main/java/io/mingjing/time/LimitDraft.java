package io.mingjing.time;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of the catalogue, from its first line to its publication; a published one stays as the record of it.
 *
 * @param rule the version as it will stand; for an end the last version with its last day
 * @param remark why the catalogue changes: the law, its number and day
 * @param draftedBy who began it
 * @param editedBy who changed it last
 * @param decidedBy who published or discarded it
 * @param version counts the changes of the draft
 */
public record LimitDraft(
        String id,
        Kind kind,
        State state,
        LimitRule rule,
        String remark,
        String draftedBy,
        String editedBy,
        String editedName,
        Instant editedAt,
        @Nullable String decidedBy,
        @Nullable String decidedName,
        @Nullable Instant decidedAt,
        int version,
        List<LimitExample> examples) {

    /** What a draft brings. */
    public enum Kind {
        /** A new limit, or the next version of one. */
        VERSION,
        /** The last day of the version in force: nothing follows it. */
        END
    }

    /** Where a draft stands. */
    public enum State {
        DRAFT,
        PUBLISHED,
        DISCARDED
    }

    public LimitDraft {
        examples = List.copyOf(examples);
    }
}
