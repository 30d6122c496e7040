package io.mingjing.casefile;

import org.jspecify.annotations.Nullable;

/**
 * What lengthens a limit.
 *
 * @param days in the unit of the limit
 * @param order number of the document that tells the parties, where there is one
 */
public record ExtensionOrder(
        int days, String reason, @Nullable String order) {

    public static ExtensionOrder of(int days, String reason) {
        return new ExtensionOrder(days, reason, null);
    }
}
