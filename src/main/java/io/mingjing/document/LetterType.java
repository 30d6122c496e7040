package io.mingjing.document;

import io.mingjing.shared.Area;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of letter, read from {@code bpmn/<area>/letters/letters.yml}; its template is {@code <code>.docx} beside it.
 *
 * @param code unique over all areas, such as {@code acceptance-notice}
 * @param title heading of the letter
 * @param numberWord word that tells the type inside the case number, such as 受
 * @param issuer in whose name it goes out
 * @param part part of the file that it belongs to
 * @param article provision under which it is approved, issued and served; null where none is named
 * @param servedKeyDate key date of the case that its service sets; null when it sets none
 * @param recipients roles of the parties that it is addressed to
 * @param area area that owns it
 * @param folder folder below {@code bpmn/} that it was read from
 * @param fields what its template must be given
 */
public record LetterType(
        String code,
        String title,
        String numberWord,
        Issuer issuer,
        FilePart part,
        @Nullable String article,
        @Nullable String servedKeyDate,
        List<String> recipients,
        Area area,
        String folder,
        List<LetterField> fields) {

    public LetterType {
        recipients = List.copyOf(recipients);
        fields = List.copyOf(fields);
    }

    /** The provision as a refusal names it: in brackets, or nothing. */
    public String basis() {
        return article == null ? "" : "（" + article + "）";
    }

    public Optional<LetterField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
