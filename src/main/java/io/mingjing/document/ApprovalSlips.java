package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The approval slip of a letter 审批单, printed from the record: what was proposed and what each level said, on line or on paper.
 * It belongs to the secondary part of the file.
 */
@Service
@Transactional(readOnly = true)
public class ApprovalSlips {

    private static final int SHORT = 600;

    private final LetterFiles letters;
    private final LetterMapper mapper;
    private final LetterTypes types;
    private final LetterDrafts drafts;
    private final PaperPrinter printer;
    private final MessageSource messages;
    private final ObjectProvider<SlipNotes> notes;

    ApprovalSlips(
            LetterFiles letters,
            LetterMapper mapper,
            LetterTypes types,
            LetterDrafts drafts,
            PaperPrinter printer,
            MessageSource messages,
            ObjectProvider<SlipNotes> notes) {
        this.letters = letters;
        this.mapper = mapper;
        this.types = types;
        this.drafts = drafts;
        this.printer = printer;
        this.messages = messages;
        this.notes = notes;
    }

    /**
     * The slip as a Word document.
     *
     * @throws Refusal {@code LETTER_NOT_FOUND}, also for who may not read the secondary part
     */
    public byte[] print(String letterId, Actor actor) {
        Letter letter = letters.get(letterId, actor);
        if (!LetterFiles.insider(actor)) {
            throw Refusal.notFound("LETTER_NOT_FOUND");
        }
        return printer.print(paper(letter));
    }

    private Paper paper(Letter letter) {
        LetterType type = types.get(letter.type());
        Map<String, String> texts = drafts.texts(letter, type);
        List<Paper.Fact> facts = new ArrayList<>();
        facts.add(new Paper.Fact("文书名称", letter.title()));
        facts.add(new Paper.Fact("文号", Objects.toString(letter.number(), "（签发时编号）")));
        facts.add(new Paper.Fact("署名机关", texts.getOrDefault("issuer", "")));
        facts.add(new Paper.Fact(
                "拟稿人",
                OfficialStyle.names(drafts.authors(letter.id()).stream()
                        .map(LetterDrafts.Author::name)
                        .toList())));
        facts.add(new Paper.Fact(
                "拟稿日期、稿次", OfficialStyle.date(drafts.writtenOn(letter)) + "，第" + letter.draftNo() + "稿"));
        for (LetterField field : type.fields()) {
            String text = texts.get(field.name());
            if (field.type() == LetterField.Type.PARAGRAPHS && text != null) {
                facts.add(new Paper.Fact(field.label(), cut(text.replace(Paragraphs.SEPARATOR, '\n'))));
            }
        }
        notes.orderedStream().flatMap(note -> note.of(letter).stream()).forEach(facts::add);
        List<List<String>> rows = new ArrayList<>();
        for (Approval approval : mapper.findApprovals(letter.id())) {
            rows.add(List.of(
                    role(approval),
                    (approval.result() == Approval.Result.APPROVED ? "同意" : "退回")
                            + (approval.voided() ? "（已失效）" : "")
                            + "：" + approval.opinion(),
                    approval.signedBy(),
                    OfficialStyle.date(approval.approvedOn()),
                    approval.paper() ? "纸质，" + approval.byName() + "补录" : "在线"));
        }
        return new Paper(
                letter.title() + "审批单",
                null,
                facts,
                new Paper.Table(List.of("审批层级", "意见", "签批人", "日期", "方式"), List.of(18, 36, 14, 18, 14), rows),
                List.of());
    }

    private static String cut(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "……";
    }

    private String role(Approval approval) {
        String name = approval.level().name();
        return Objects.toString(messages.getMessage("role." + name, null, name, Locale.SIMPLIFIED_CHINESE), name);
    }
}
