/**
 * Where people outside the bureau meet it. The public portal: apply for review without an account, track, answer a
 * correction notice, receive letters. The organs' side: what is addressed to an organ, and how it makes its answer. Beyond
 * the areas it uses the case itself ({@code casefile}: register, parties, limits and steps, which every area shares and
 * none wraps for others) and, for the organs, their tasks ({@code worklist}).
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: event",
            "identity",
            "document",
            "casefile",
            "review",
            "worklist",
            "filing"
        })
@NullMarked
package io.mingjing.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
