package io.mingjing.statistics;

import io.mingjing.identity.Sight;

/**
 * Whose reviews a ledger holds, in the form its statements take.
 *
 * @param pathPattern {@code like} pattern of the governments in scope; paths hold only letters, digits and slashes
 */
record LedgerScope(String userId, boolean subtree, String governmentId, String pathPattern) {

    static LedgerScope of(Sight sight) {
        return new LedgerScope(sight.userId(), sight.subtree(), sight.governmentId(), sight.governmentPath() + "%");
    }
}
