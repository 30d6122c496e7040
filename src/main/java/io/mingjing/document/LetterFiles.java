package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LetterIssued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The letters as files, for those who may read them. What was issued is sent as it was stored, never printed again. */
@Service
public class LetterFiles {

    private static final Logger LOG = LoggerFactory.getLogger(LetterFiles.class);
    private static final String UNNUMBERED = "（签发时编号）";
    private static final String OPEN = "（签发时填写）";

    private final Letters letters;
    private final LetterMapper mapper;
    private final LetterTypes types;
    private final LetterDrafts drafts;
    private final LetterPrinter printer;
    private final PdfOffice office;
    private final FileStore files;
    private final CaseAccess access;

    LetterFiles(
            Letters letters,
            LetterMapper mapper,
            LetterTypes types,
            LetterDrafts drafts,
            LetterPrinter printer,
            PdfOffice office,
            FileStore files,
            @Lazy CaseAccess access) {
        this.letters = letters;
        this.mapper = mapper;
        this.types = types;
        this.drafts = drafts;
        this.printer = printer;
        this.office = office;
        this.files = files;
        this.access = access;
    }

    /**
     * The letters of the case that the actor may read: officers all, a contact of an organ those issued to it.
     *
     * @throws Refusal not found where the actor may not see the case
     */
    public List<Letter> readable(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return letters.of(caseId).stream()
                .filter(letter -> mayRead(letter, actor))
                .toList();
    }

    /**
     * One letter that the actor may read.
     *
     * @throws Refusal {@code LETTER_NOT_FOUND}
     */
    public Letter get(String letterId, Actor actor) {
        Letter letter = letters.get(letterId);
        access.requireVisible(letter.caseId(), actor);
        if (!mayRead(letter, actor)) {
            throw Refusal.notFound("LETTER_NOT_FOUND");
        }
        return letter;
    }

    /** Whether the actor is an officer of the house, who sees drafts and approvals too. */
    public static boolean insider(Actor actor) {
        return actor.roles().stream()
                .anyMatch(role -> role != Role.ORGAN_CONTACT && role != Role.ORGAN_STAFF && role != Role.ADMIN);
    }

    private boolean mayRead(Letter letter, Actor actor) {
        if (!access.mayReadPart(letter.caseId(), types.get(letter.type()).part(), actor)) {
            return false;
        }
        return insider(actor)
                || letter.issued()
                        && mapper.findRecipients(letter.id()).stream()
                                .anyMatch(recipient -> access.speaksFor(letter.caseId(), recipient.partyId(), actor));
    }

    /**
     * The frozen letter.
     *
     * @throws Refusal {@code LETTER_NOT_FOUND}, {@code LETTER_NOT_ISSUED}, {@code FILE_MISSING}, {@code FILE_ALTERED}
     */
    public OpenedFile docx(String letterId, Actor actor) {
        Letter letter = get(letterId, actor);
        return opened(letter, letter.docxSha256(), ".docx", FileKind.DOCX);
    }

    /**
     * Its PDF, made once.
     *
     * @throws Refusal as {@link #docx}, and {@code NO_PDF}
     */
    public OpenedFile pdf(String letterId, Actor actor) {
        Letter letter = get(letterId, actor);
        if (letter.issued() && letter.pdfSha256() == null) {
            makePdf(letterId);
            letter = letters.get(letterId);
        }
        if (letter.issued() && letter.pdfSha256() == null) {
            throw Refusal.conflict("NO_PDF");
        }
        return opened(letter, letter.pdfSha256(), ".pdf", FileKind.PDF);
    }

    /**
     * The letter as its recipient gets it through the portal: the PDF where one is made, else the frozen letter. The
     * caller has checked that the reader is that recipient.
     *
     * @throws Refusal {@code RECIPIENT_UNKNOWN}, {@code LETTER_NOT_ISSUED}, {@code FILE_MISSING}, {@code FILE_ALTERED}
     */
    public OpenedFile ofRecipient(String letterId, String partyId) {
        Letter letter = letters.get(letterId);
        if (mapper.findRecipients(letterId).stream()
                .noneMatch(recipient -> recipient.partyId().equals(partyId))) {
            throw Refusal.notFound("RECIPIENT_UNKNOWN");
        }
        if (letter.issued() && letter.pdfSha256() != null) {
            return opened(letter, letter.pdfSha256(), ".pdf", FileKind.PDF);
        }
        return opened(letter, letter.docxSha256(), ".docx", FileKind.DOCX);
    }

    /** Whether letters get a PDF here. */
    public boolean pdfsAreMade() {
        return office.available();
    }

    private OpenedFile opened(Letter letter, @Nullable String sha256, String extension, FileKind kind) {
        if (sha256 == null) {
            throw Refusal.conflict("LETTER_NOT_ISSUED", letter.title(), "");
        }
        Path path = files.verified(sha256);
        try {
            return new OpenedFile(
                    path,
                    FileNames.clean(letter.title() + " " + Objects.toString(letter.number(), "") + extension),
                    kind.mediaType(),
                    Files.size(path),
                    sha256,
                    FileKind.showable(kind.mediaType()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The draft in force as it would be printed, with marks where the issue fills in.
     *
     * @throws Refusal {@code LETTER_NOT_FOUND}, {@code LETTER_FIELDS_MISSING}
     */
    public byte[] preview(String letterId, Actor actor) {
        Letter letter = get(letterId, actor);
        LetterType type = types.get(letter.type());
        Map<String, String> texts = drafts.texts(letter, type);
        for (LetterField field : type.fields()) {
            if (field.late()) {
                texts.putIfAbsent(field.name(), OPEN);
            }
        }
        texts.putIfAbsent("issuer", OPEN);
        texts.put("number", UNNUMBERED);
        texts.put("issuedOn", OPEN);
        texts.put("approver", OPEN);
        return printer.print(type, texts);
    }

    /**
     * The service receipt (送达回证) for one recipient; before the service with blanks to be filled in by hand.
     *
     * @throws Refusal {@code LETTER_NOT_FOUND}, {@code LETTER_NOT_ISSUED}, {@code RECIPIENT_UNKNOWN}
     */
    public byte[] serviceReceipt(String letterId, String recipientId, Actor actor) {
        Letter letter = get(letterId, actor);
        if (!letter.issued()) {
            throw Refusal.conflict("LETTER_NOT_ISSUED", letter.title(), "");
        }
        Recipient recipient = mapper.findRecipients(letterId).stream()
                .filter(other -> other.partyId().equals(recipientId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("RECIPIENT_UNKNOWN"));
        Optional<ServiceRecord> service = mapper.findServices(letterId).stream()
                .filter(record -> record.recipientId().equals(recipientId))
                .findFirst();
        LetterType type = types.get(letter.type());
        String blankDay = "　　年　月　日";
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("issuer", drafts.texts(letter, type).getOrDefault("issuer", ""));
        texts.put("title", letter.title());
        texts.put("number", Objects.toString(letter.number(), ""));
        texts.put("recipient", recipient.name());
        texts.put("methods", methods(service.map(ServiceRecord::method).orElse(null)));
        texts.put(
                "signedOn",
                service.filter(record -> record.method() == ServiceMethod.DIRECT)
                        .map(record -> OfficialStyle.date(record.actedOn()))
                        .orElse(blankDay));
        texts.put(
                "actedOn",
                service.map(record -> OfficialStyle.date(record.actedOn())).orElse(blankDay));
        texts.put("note", service.map(LetterFiles::note).orElse(""));
        return printer.printServiceReceipt(texts);
    }

    private static String methods(@Nullable ServiceMethod chosen) {
        List<String> boxes = new ArrayList<>();
        for (ServiceMethod method : ServiceMethod.values()) {
            boxes.add((method == chosen ? "☑" : "□") + method.word());
        }
        return String.join(" ", boxes);
    }

    private static String note(ServiceRecord record) {
        String note = Objects.toString(record.note(), "");
        return record.method() == ServiceMethod.PUBLIC_NOTICE
                ? note + Paragraphs.SEPARATOR + "自公告之日起满三十日，" + OfficialStyle.date(record.servedOn()) + "视为送达。"
                : note;
    }

    /** Once the issue has committed, so that no counter waits for the office. A failure leaves the Word document. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(LetterIssued issued) {
        try {
            makePdf(issued.letterId());
        } catch (RuntimeException e) {
            LOG.warn("The PDF of letter {} was not made; the page offers to make it later", issued.letterId(), e);
        }
    }

    private void makePdf(String letterId) {
        String docx = letters.get(letterId).docxSha256();
        if (docx == null || !office.available()) {
            return;
        }
        try {
            office.convert(Files.readAllBytes(files.verified(docx))).ifPresent(pdf -> letters.keepPdf(letterId, pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
