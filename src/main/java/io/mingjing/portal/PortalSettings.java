package io.mingjing.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the portal lets the public do.
 *
 * @param draftDays natural days that a half-filled application is kept after its last change
 * @param fileMegabytes megabytes that one file of an applicant may have
 * @param files files that may come with one application or one correction
 * @param triesPerAddress wrong numbers or codes from one address within a quarter of an hour
 * @param triesPerNumber wrong codes for one number within a quarter of an hour; higher, since strangers share a number
 * @param draftsPerAddress applications begun from one address within an hour
 * @param filesPerAddress files sent from one address within an hour
 */
@ConfigurationProperties(prefix = "mingjing.portal")
public record PortalSettings(
        @DefaultValue("30") int draftDays,
        @DefaultValue("20") int fileMegabytes,
        @DefaultValue("20") int files,
        @DefaultValue("10") int triesPerAddress,
        @DefaultValue("30") int triesPerNumber,
        @DefaultValue("20") int draftsPerAddress,
        @DefaultValue("120") int filesPerAddress) {

    long fileBytes() {
        return fileMegabytes * 1024L * 1024L;
    }
}
