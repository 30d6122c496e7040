package io.mingjing.document;

import java.nio.file.Path;

/**
 * A file whose content has been compared with its digest and may be sent.
 *
 * @param fileName name under which it is handed out
 * @param showable whether a browser may show it inside a sandbox
 */
public record OpenedFile(Path path, String fileName, String mediaType, long size, String sha256, boolean showable) {}
