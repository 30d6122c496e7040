package io.mingjing.document;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.template.IterableTemplate;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import io.mingjing.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills a template. Every tag gets a value or the letter is refused with the names of what is missing; the same values
 * always give the same bytes.
 */
@Component
class LetterPrinter {

    static final ClassPathResource SERVICE_RECEIPT = new ClassPathResource("bpmn/letter/service-receipt.docx");

    /**
     * The letter as a Word document.
     *
     * @param texts printed values by tag; a tag that opens an optional passage may be absent
     * @throws Refusal {@code LETTER_FIELDS_MISSING}
     */
    byte[] print(LetterType type, Map<String, String> texts) {
        return print(
                LetterTypes.template(type),
                texts,
                name -> type.field(name).map(LetterField::label).orElse(name));
    }

    /** The form of a service receipt (送达回证); what is not known yet stays blank for the pen. */
    byte[] printServiceReceipt(Map<String, String> texts) {
        return print(SERVICE_RECEIPT, texts, name -> name);
    }

    private byte[] print(ClassPathResource template, Map<String, String> texts, Labels labels) {
        // Whatever passage a tag stands in, it means the same thing; so every scope sees all values.
        Configure configure = Configure.builder()
                .setRenderDataComputeFactory(model -> name -> texts.get(name))
                .setValidErrorHandler(new Configure.AbortHandler())
                .build();
        try (InputStream in = template.getInputStream();
                XWPFTemplate document = XWPFTemplate.compile(in, configure)) {
            requireAll(document.getElementTemplates(), texts, labels);
            document.render(texts);
            Paragraphs.split(document.getXWPFDocument());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.getXWPFDocument().write(out);
            return StableZip.repack(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all tags of a template, those of optional passages included. */
    static Set<String> tags(ClassPathResource template) throws IOException {
        try (InputStream in = template.getInputStream();
                XWPFTemplate document = XWPFTemplate.compile(in)) {
            Set<String> names = new LinkedHashSet<>();
            collect(document.getElementTemplates(), names);
            return names;
        }
    }

    private static void collect(List<MetaTemplate> elements, Set<String> names) {
        for (MetaTemplate element : elements) {
            if (element instanceof IterableTemplate block) {
                names.add(block.getStartMark().getTagName());
                collect(block.getTemplates(), names);
            } else if (element instanceof RunTemplate run) {
                names.add(run.getTagName());
            }
        }
    }

    private static void requireAll(List<MetaTemplate> elements, Map<String, String> texts, Labels labels) {
        Set<String> missing = new LinkedHashSet<>();
        collectMissing(elements, texts, missing);
        if (!missing.isEmpty()) {
            List<String> named = new ArrayList<>();
            missing.forEach(name -> named.add(labels.label(name)));
            throw Refusal.invalid("LETTER_FIELDS_MISSING", OfficialStyle.names(named));
        }
    }

    private static void collectMissing(List<MetaTemplate> elements, Map<String, String> texts, Set<String> missing) {
        for (MetaTemplate element : elements) {
            if (element instanceof IterableTemplate block) {
                if (texts.containsKey(block.getStartMark().getTagName())) {
                    collectMissing(block.getTemplates(), texts, missing);
                }
            } else if (element instanceof RunTemplate run && !texts.containsKey(run.getTagName())) {
                missing.add(run.getTagName());
            }
        }
    }

    /** What a tag is called in the language of the letter. */
    private interface Labels {
        String label(String name);
    }
}
