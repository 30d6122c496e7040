package io.mingjing.document;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files are kept.
 *
 * @param files folder of all files, named by digest; with several nodes a shared mount
 */
@ConfigurationProperties(prefix = "mingjing")
record FileSettings(@DefaultValue("data/files") Path files) {}
