package io.mingjing.casefile;

import io.mingjing.document.Attachment;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterTypes;
import io.mingjing.document.Letters;
import io.mingjing.engine.Timekeeper;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue of the file 卷内目录: issued letters and handed-in papers of the main part 正卷 and the secondary part 副卷,
 * each in order of their dates. Computed when read; parts that the reader may not see are left out.
 */
@Service
@Transactional(readOnly = true)
public class Catalogue {

    private final CaseVisibility visibility;
    private final Letters letters;
    private final LetterTypes types;
    private final Attachments attachments;

    Catalogue(CaseVisibility visibility, Letters letters, LetterTypes types, Attachments attachments) {
        this.visibility = visibility;
        this.letters = letters;
        this.types = types;
        this.attachments = attachments;
    }

    /** Main part first; running numbers start anew in each part. Pages are null: nobody has counted them. */
    public List<CatalogueEntry> of(String caseId, Actor actor) {
        List<CatalogueEntry> found = new ArrayList<>();
        for (Attachment attachment : attachments.of(caseId, actor)) { // refuses where the case is not visible
            found.add(new CatalogueEntry(
                    attachment.part(),
                    0,
                    CatalogueEntry.Source.ATTACHMENT,
                    attachment.id(),
                    attachment.label(),
                    null,
                    attachment.uploadedAt().atZone(Timekeeper.ZONE).toLocalDate(),
                    null));
        }
        for (Letter letter : letters.of(caseId)) {
            FilePart part = types.get(letter.type()).part();
            if (letter.issued() && visibility.mayReadPart(caseId, part, actor)) {
                found.add(new CatalogueEntry(
                        part,
                        0,
                        CatalogueEntry.Source.LETTER,
                        letter.id(),
                        letter.title(),
                        letter.number(),
                        letter.issuedOn(),
                        null));
            }
        }
        return numbered(found);
    }

    private static List<CatalogueEntry> numbered(List<CatalogueEntry> found) {
        List<CatalogueEntry> sorted = found.stream()
                .sorted(Comparator.comparing(CatalogueEntry::part)
                        .thenComparing(Catalogue::date)
                        .thenComparing(CatalogueEntry::sourceId))
                .toList();
        Map<FilePart, Integer> count = new EnumMap<>(FilePart.class);
        List<CatalogueEntry> entries = new ArrayList<>();
        for (CatalogueEntry entry : sorted) {
            entries.add(new CatalogueEntry(
                    entry.part(),
                    count.merge(entry.part(), 1, Integer::sum),
                    entry.source(),
                    entry.sourceId(),
                    entry.title(),
                    entry.number(),
                    entry.date(),
                    entry.pages()));
        }
        return entries;
    }

    private static LocalDate date(CatalogueEntry entry) {
        LocalDate date = entry.date();
        return date == null ? LocalDate.MAX : date;
    }
}
