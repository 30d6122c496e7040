package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of a letter side by side, for those who see drafts. */
@Service
@Transactional(readOnly = true)
public class LetterVersions {

    /** One draft. */
    public record Version(int no, String author, LocalDateTime writtenAt) {}

    /** What a field says in two drafts; blank where it says nothing. */
    public record Line(String label, String before, String after) {
        public boolean changed() {
            return !before.equals(after);
        }
    }

    /**
     * Two drafts compared.
     *
     * @param versions all drafts, oldest first
     */
    public record Comparison(Letter letter, List<Version> versions, int from, int to, List<Line> lines) {
        public Comparison {
            versions = List.copyOf(versions);
            lines = List.copyOf(lines);
        }
    }

    private final LetterFiles letters;
    private final LetterMapper mapper;
    private final LetterTypes types;
    private final LetterDrafts drafts;
    private final Clock clock;

    LetterVersions(LetterFiles letters, LetterMapper mapper, LetterTypes types, LetterDrafts drafts, Clock clock) {
        this.letters = letters;
        this.mapper = mapper;
        this.types = types;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Compares two drafts of a letter.
     *
     * @param from number of the earlier draft; 0 for the one before the later
     * @param to number of the later draft; 0 for the last
     * @throws Refusal {@code LETTER_NOT_FOUND}, also where there is no such draft or the reader sees none
     */
    public Comparison compare(String letterId, int from, int to, Actor actor) {
        Letter letter = letters.get(letterId, actor);
        if (!LetterFiles.insider(actor)) {
            throw Refusal.notFound("LETTER_NOT_FOUND");
        }
        List<DraftRow> rows = mapper.findDrafts(letterId);
        int later = to == 0 ? letter.draftNo() : to;
        int earlier = from == 0 ? Math.max(1, later - 1) : from;
        LetterType type = types.get(letter.type());
        Map<String, String> before = LetterTexts.of(type, drafts.read(row(rows, earlier)));
        Map<String, String> after = LetterTexts.of(type, drafts.read(row(rows, later)));
        List<Line> lines = new ArrayList<>();
        for (LetterField field : type.fields()) {
            String old = shown(before.get(field.name()));
            String now = shown(after.get(field.name()));
            if (field.type() != LetterField.Type.FLAG && !(old.isEmpty() && now.isEmpty())) {
                lines.add(new Line(field.label(), old, now));
            }
        }
        return new Comparison(
                letter,
                rows.stream()
                        .map(row -> new Version(
                                row.draftNo(),
                                row.authorName(),
                                LocalDateTime.ofInstant(row.writtenAt(), clock.getZone())))
                        .toList(),
                earlier,
                later,
                lines);
    }

    private static DraftRow row(List<DraftRow> rows, int no) {
        return rows.stream()
                .filter(row -> row.draftNo() == no)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("LETTER_NOT_FOUND"));
    }

    private static String shown(@Nullable String text) {
        return Objects.toString(text, "").replace(Paragraphs.SEPARATOR, '\n');
    }
}
