package io.mingjing.document;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The kinds of letter, read once from {@code bpmn/<area>/letters/letters.yml}. A kind named twice stops the start.
 */
@Component
public class LetterTypes {

    private record Catalogue(Area area, List<Entry> letters) {}

    private record Entry(
            String code,
            String title,
            String numberWord,
            Issuer issuer,
            FilePart part,
            @Nullable String article,
            @Nullable String servedKeyDate,
            List<String> recipients,
            List<FieldEntry> fields) {}

    private record FieldEntry(
            String name,
            String label,
            LetterField.@Nullable Type type,
            boolean optional,
            boolean late,
            @Nullable Map<String, String> words,
            @Nullable String defaultValue) {}

    private final Map<String, LetterType> types = new LinkedHashMap<>();

    LetterTypes() throws IOException {
        ObjectMapper json = new ObjectMapper()
                .configure(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, false)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*/letters/letters.yml");
        for (Resource file : files) {
            try (InputStream in = file.getInputStream()) {
                Catalogue catalogue = json.convertValue(yaml.load(in), Catalogue.class);
                String folder = folderOf(file);
                for (Entry entry : catalogue.letters()) {
                    add(typeOf(entry, catalogue.area(), folder));
                }
            }
        }
    }

    private static String folderOf(Resource file) throws IOException {
        String[] steps = URI.create(file.getURL().toString().replace(" ", "%20"))
                .getSchemeSpecificPart()
                .split("/");
        return steps[steps.length - 3];
    }

    private static LetterType typeOf(Entry entry, Area area, String folder) {
        return new LetterType(
                entry.code(),
                entry.title(),
                entry.numberWord(),
                entry.issuer(),
                entry.part(),
                entry.article(),
                entry.servedKeyDate(),
                entry.recipients(),
                area,
                folder,
                entry.fields().stream()
                        .map(field -> new LetterField(
                                field.name(),
                                field.label(),
                                field.type() == null ? LetterField.Type.TEXT : field.type(),
                                field.optional(),
                                field.late(),
                                field.words() == null ? Map.of() : field.words(),
                                field.defaultValue()))
                        .toList());
    }

    private void add(LetterType type) {
        if (types.put(type.code(), type) != null) {
            throw new IllegalStateException("two kinds of letter are called " + type.code());
        }
    }

    static ClassPathResource template(LetterType type) {
        return new ClassPathResource("bpmn/" + type.folder() + "/letters/" + type.code() + ".docx");
    }

    /**
     * The kind of this code.
     *
     * @throws Refusal {@code LETTER_TYPE_UNKNOWN}
     */
    public LetterType get(String code) {
        return find(code).orElseThrow(() -> Refusal.invalid("LETTER_TYPE_UNKNOWN", code));
    }

    public Optional<LetterType> find(String code) {
        return Optional.ofNullable(types.get(code));
    }

    /** All kinds, in the order of their files. */
    public Collection<LetterType> all() {
        return List.copyOf(types.values());
    }

    /** The kinds of one area's folder. */
    public List<LetterType> inFolder(String folder) {
        return types.values().stream()
                .filter(type -> type.folder().equals(folder))
                .toList();
    }
}
