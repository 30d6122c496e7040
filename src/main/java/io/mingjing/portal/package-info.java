/**
 * The public portal: apply for review without an account, track, answer a correction notice, receive letters. Beyond the
 * areas it uses the case itself ({@code casefile}: register, parties, limits and steps, which every area shares and none
 * wraps for others).
 */
@ApplicationModule(
        allowedDependencies = {"shared", "shared :: event", "identity", "document", "casefile", "review", "filing"})
@NullMarked
package io.mingjing.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
