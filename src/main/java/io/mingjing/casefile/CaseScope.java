package io.mingjing.casefile;

import io.mingjing.identity.Sight;
import io.mingjing.shared.Area;
import java.util.List;

/**
 * A sight in the form the statements of this module take.
 *
 * @param pathPattern {@code like} pattern of the governments in scope; paths hold only letters, digits and slashes
 */
record CaseScope(
        String userId,
        boolean officer,
        boolean contact,
        boolean subtree,
        String organId,
        String governmentId,
        String pathPattern,
        List<Area> areas) {

    static CaseScope of(Sight sight) {
        return new CaseScope(
                sight.userId(),
                sight.officer() && !sight.areas().isEmpty(),
                sight.contact(),
                sight.subtree(),
                sight.organId(),
                sight.governmentId(),
                sight.governmentPath() + "%",
                List.copyOf(sight.areas()));
    }
}
