/**
 * Files and letters: attachments checked and kept by digest, letters from draft to service, their approval chains,
 * numbers, seals and service records.
 */
@ApplicationModule(allowedDependencies = {"shared", "shared :: event", "time", "identity"})
@NullMarked
package io.mingjing.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
