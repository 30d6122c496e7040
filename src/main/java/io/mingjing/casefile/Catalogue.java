package io.mingjing.casefile;

import io.mingjing.document.Attachment;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterTypes;
import io.mingjing.document.Letters;
import io.mingjing.engine.Timekeeper;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue of the file 卷内目录: issued letters and handed-in papers of the main part 正卷 and the secondary part 副卷,
 * each in the order prescribed for the area, else of their dates. Computed when read; parts that the reader may not see are left out.
 */
@Service
@Transactional(readOnly = true)
public class Catalogue {

    private final CaseVisibility visibility;
    private final Letters letters;
    private final LetterTypes types;
    private final Attachments attachments;
    private final PageCountMapper pages;
    private final List<CatalogueOrder> orders;

    Catalogue(
            CaseVisibility visibility,
            Letters letters,
            LetterTypes types,
            Attachments attachments,
            PageCountMapper pages,
            List<CatalogueOrder> orders) {
        this.visibility = visibility;
        this.letters = letters;
        this.types = types;
        this.attachments = attachments;
        this.pages = pages;
        this.orders = List.copyOf(orders);
    }

    /** Main part first; running numbers start anew in each part. Pages are null where nobody has counted them. */
    public List<CatalogueEntry> of(String caseId, Actor actor) {
        List<CatalogueEntry> found = new ArrayList<>();
        Map<String, Integer> ranks = new HashMap<>();
        Map<String, Integer> counted = pages.findByCase(caseId).stream()
                .collect(Collectors.toMap(PageCountMapper.PageCount::sourceId, PageCountMapper.PageCount::pages));
        CatalogueOrder order = orders.isEmpty() ? null : order(caseId);
        for (Attachment attachment : attachments.of(caseId, actor)) { // refuses where the case is not visible
            found.add(new CatalogueEntry(
                    attachment.part(),
                    0,
                    CatalogueEntry.Source.ATTACHMENT,
                    attachment.id(),
                    attachment.label(),
                    null,
                    attachment.uploadedAt().atZone(Timekeeper.ZONE).toLocalDate(),
                    counted.get(attachment.id())));
            ranks.put(
                    attachment.id(),
                    order == null ? 0 : order.rank(CatalogueEntry.Source.ATTACHMENT, attachment.label()));
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
                        counted.get(letter.id())));
                ranks.put(letter.id(), order == null ? 0 : order.rank(CatalogueEntry.Source.LETTER, letter.type()));
            }
        }
        return numbered(found, ranks);
    }

    private static List<CatalogueEntry> numbered(List<CatalogueEntry> found, Map<String, Integer> ranks) {
        List<CatalogueEntry> sorted = found.stream()
                .sorted(Comparator.comparing(CatalogueEntry::part)
                        .thenComparing(entry -> ranks.getOrDefault(entry.sourceId(), 0))
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

    private @Nullable CatalogueOrder order(String caseId) {
        Area area = visibility.find(caseId).area();
        return orders.stream().filter(order -> order.area() == area).findFirst().orElse(null);
    }

    private static LocalDate date(CatalogueEntry entry) {
        LocalDate date = entry.date();
        return date == null ? LocalDate.MAX : date;
    }
}
