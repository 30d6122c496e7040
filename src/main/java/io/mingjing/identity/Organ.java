package io.mingjing.identity;

import org.jspecify.annotations.Nullable;

/**
 * An organ of the tree city → district → bureau.
 *
 * @param path materialised path from the root, {@code "/sy/hp/sfj/"}; begins and ends with a slash
 * @param governmentId the government it belongs to; a government names itself
 * @param numberCode the words its document numbers begin with, {@code 沈和政}; null where it issues none
 * @param sort official order of protocol among its siblings
 */
public record Organ(
        String id,
        String name,
        String shortName,
        @Nullable String parentId,
        String path,
        OrganKind kind,
        String governmentId,
        @Nullable String numberCode,
        int sort) {

    public boolean isGovernment() {
        return kind == OrganKind.GOVERNMENT;
    }
}
