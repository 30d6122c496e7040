package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.event.LetterIssued;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Numbers, prints and freezes an approved letter. */
@Component
class LetterIssue {

    private final LetterMapper mapper;
    private final LetterBook book;
    private final LetterTypes types;
    private final LetterDrafts drafts;
    private final LetterPrinter printer;
    private final FileStore files;
    private final CaseAccess access;
    private final LetterNumbers numbers;
    private final ApplicationEventPublisher events;

    LetterIssue(
            LetterMapper mapper,
            LetterBook book,
            LetterTypes types,
            LetterDrafts drafts,
            LetterPrinter printer,
            FileStore files,
            @Lazy CaseAccess access,
            @Lazy LetterNumbers numbers,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.book = book;
        this.types = types;
        this.drafts = drafts;
        this.printer = printer;
        this.files = files;
        this.access = access;
        this.numbers = numbers;
        this.events = events;
    }

    Letter issue(String letterId, LocalDate on, Actor actor) {
        Letter letter = book.get(letterId);
        if (!actor.isSystem()) {
            access.requireVisible(letter.caseId(), actor);
        }
        LetterRoles.requireIssuer(actor);
        if (letter.state() == LetterState.DRAFT) {
            throw Refusal.conflict(
                    "LETTER_UNAPPROVED",
                    letter.title(),
                    types.get(letter.type()).basis());
        }
        if (letter.state() != LetterState.APPROVED) {
            throw LetterBook.wrongState(letter);
        }
        LocalDate earliest = mapper.findApprovals(letterId).stream()
                .filter(Approval::effective)
                .map(Approval::approvedOn)
                .max(Comparator.naturalOrder())
                .orElse(on);
        if (on.isBefore(earliest) || on.isAfter(book.today())) {
            throw Refusal.invalid("LETTER_DATE", earliest.toString());
        }
        LetterType kind = types.get(letter.type());
        Map<String, String> texts = drafts.texts(letter, kind);
        LetterTexts.requireFields(kind, texts, field -> true);
        String number = numbered(letter, numbers.numberFor(letter.caseId(), kind, on));
        texts.put("approver", approver(letter));
        texts.put("number", number);
        texts.put("issuedOn", OfficialStyle.date(on));
        String digest = files.keep(printer.print(kind, texts));
        if (mapper.updateIssued(letterId, letter.version(), number, on, digest) == 0) {
            throw LetterBook.changed(letter);
        }
        Letter issued = book.get(letterId);
        events.publishEvent(new LetterIssued(letter.caseId(), letterId, letter.type(), number, on));
        events.publishEvent(LetterBook.act(
                        "document.letterIssued",
                        issued,
                        actor,
                        Map.of("number", number, "issuedOn", on.toString(), "sha256", digest))
                .on(on));
        return issued;
    }

    /** The name under the last approval: of the person who signed, on line or on paper. */
    private String approver(Letter letter) {
        return mapper.findApprovals(letter.id()).stream()
                .filter(Approval::effective)
                .max(Comparator.comparingInt(approval -> letter.levels().indexOf(approval.level())))
                .map(Approval::signedBy)
                .orElseThrow(() -> new IllegalStateException("letter " + letter.id() + " has no approval"));
    }

    /** Letters of a case bear its number with the word of their type; a further one of the same type is 之二, 之三. */
    private String numbered(Letter letter, String number) {
        long before = book.of(letter.caseId()).stream()
                .filter(other -> other.type().equals(letter.type()) && other.number() != null)
                .count();
        return before == 0 ? number : number + "之" + OfficialStyle.chinese((int) before + 1);
    }
}
