package io.mingjing.casefile;

import io.mingjing.document.FilePart;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the catalogue of the file 卷内目录.
 *
 * @param seq running number inside the part
 * @param number number of the document; null where it has none
 * @param pages page count; null where it is not known
 */
public record CatalogueEntry(
        FilePart part,
        int seq,
        Source source,
        String sourceId,
        String title,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable Integer pages) {

    public enum Source {
        LETTER,
        ATTACHMENT
    }
}
