package io.mingjing.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The LibreOffice that makes PDFs.
 *
 * @param home its folder; empty looks in the usual places, {@code none} makes no PDF
 */
@ConfigurationProperties(prefix = "mingjing.office")
record OfficeSettings(@DefaultValue("") String home) {}
