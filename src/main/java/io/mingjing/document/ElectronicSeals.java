package io.mingjing.document;

import io.mingjing.document.SealPort.Sealed;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts electronic seals on issued letters, where a {@link SealPort} is there; keeps the sealed file by its digest. */
@Service
public class ElectronicSeals {

    private static final Logger LOG = LoggerFactory.getLogger(ElectronicSeals.class);

    private final ObjectProvider<SealPort> ports;
    /** So long a call of the service may take; then whoever asked is taken for dead. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(10);

    private final LetterMapper mapper;
    private final LetterBook book;
    private final LetterTypes types;
    private final LetterDrafts drafts;
    private final FileStore files;
    private final CaseAccess access;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ElectronicSeals(
            ObjectProvider<SealPort> ports,
            LetterMapper mapper,
            LetterBook book,
            LetterTypes types,
            LetterDrafts drafts,
            FileStore files,
            @Lazy CaseAccess access,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.ports = ports;
        this.mapper = mapper;
        this.book = book;
        this.types = types;
        this.drafts = drafts;
        this.files = files;
        this.access = access;
        this.transaction = transaction;
        this.events = events;
    }

    /** The service in use: the first by order; empty where seals are put on paper. */
    public Optional<SealPort> port() {
        return ports.orderedStream().findFirst();
    }

    public Optional<ElectronicSeal> of(String letterId) {
        return mapper.findElectronicSeal(letterId);
    }

    /**
     * Has an issued letter sealed in the name of the organ it goes out from. The service is called before the seal is
     * recorded, so that no row waits for it.
     *
     * @throws Refusal {@code SEAL_PORT_MISSING}, {@code LETTER_ROLE}, {@code LETTER_NOT_ISSUED}, {@code SEALED_ALREADY},
     *     {@code SEALING_UNDER_WAY}, {@code SEAL_PORT_FAILED}
     */
    public ElectronicSeal seal(String letterId, Actor actor) {
        SealPort port = port().orElseThrow(() -> Refusal.conflict("SEAL_PORT_MISSING"));
        Letter letter = book.get(letterId);
        access.requireVisible(letter.caseId(), actor);
        LetterRoles.requireIssuer(actor);
        String docx = letter.docxSha256();
        if (!letter.issued() || docx == null) {
            throw Refusal.conflict("LETTER_NOT_ISSUED", letter.title(), "");
        }
        if (of(letterId).isPresent()) {
            throw Refusal.conflict("SEALED_ALREADY", letter.title());
        }
        begin(letter);
        try {
            return sealed(port, letter, docx, actor);
        } finally {
            transaction.executeWithoutResult(status -> mapper.deleteSealing(letterId));
        }
    }

    /** The service is asked once: who comes while somebody else is asking is told so. */
    private void begin(Letter letter) {
        Instant now = book.now();
        try {
            transaction.executeWithoutResult(status -> {
                mapper.deleteStaleSealing(letter.id(), now.minus(GIVEN_UP));
                mapper.insertSealing(letter.id(), now);
            });
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("SEALING_UNDER_WAY", letter.title());
        }
        if (of(letter.id()).isPresent()) {
            transaction.executeWithoutResult(status -> mapper.deleteSealing(letter.id()));
            throw Refusal.conflict("SEALED_ALREADY", letter.title());
        }
    }

    private ElectronicSeal sealed(SealPort port, Letter letter, String docx, Actor actor) {
        String letterId = letter.id();
        String seal = drafts.texts(letter, types.get(letter.type())).getOrDefault("issuer", "");
        Sealed sealed = call(
                port,
                new SealPort.Request(
                        letterId,
                        letter.title(),
                        Objects.toString(letter.number(), ""),
                        seal,
                        bytes(docx),
                        letter.pdfSha256() == null ? null : bytes(letter.pdfSha256())));
        String sha256 = files.keep(sealed.file());
        ElectronicSeal entry = new ElectronicSeal(
                Ids.next(),
                letterId,
                seal,
                port.name(),
                sealed.certificate(),
                port.placeholder(),
                sha256,
                sealed.mediaType(),
                actor.userId(),
                actor.name(),
                book.now());
        try {
            transaction.executeWithoutResult(status -> keep(letter, entry, actor));
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("SEALED_ALREADY", letter.title());
        }
        return entry;
    }

    /**
     * The sealed file.
     *
     * @throws Refusal {@code SEAL_NOT_FOUND}, {@code FILE_MISSING}, {@code FILE_ALTERED}
     */
    public OpenedFile file(Letter letter) {
        ElectronicSeal seal = of(letter.id()).orElseThrow(() -> Refusal.notFound("SEAL_NOT_FOUND"));
        FileKind kind = seal.mediaType().equals(FileKind.PDF.mediaType()) ? FileKind.PDF : FileKind.DOCX;
        String extension = kind == FileKind.PDF ? ".pdf" : ".docx";
        try {
            return new OpenedFile(
                    files.verified(seal.fileSha256()),
                    FileNames.clean(
                            letter.title() + " " + Objects.toString(letter.number(), "") + "（电子用印）" + extension),
                    kind.mediaType(),
                    Files.size(files.verified(seal.fileSha256())),
                    seal.fileSha256(),
                    FileKind.showable(kind.mediaType()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sealed call(SealPort port, SealPort.Request request) {
        try {
            return port.seal(request);
        } catch (RuntimeException e) {
            LOG.warn("{} did not seal letter {}", port.name(), request.letterId(), e);
            throw Refusal.conflict("SEAL_PORT_FAILED", port.name());
        }
    }

    private void keep(Letter letter, ElectronicSeal entry, Actor actor) {
        access.lock(letter.caseId());
        if (!book.get(letter.id()).issued()) {
            throw LetterBook.changed(letter);
        }
        mapper.insertElectronicSeal(entry);
        events.publishEvent(LetterBook.act(
                "document.letterSealedElectronically",
                letter,
                actor,
                Map.of(
                        "number",
                        Objects.toString(letter.number(), ""),
                        "seal",
                        entry.seal(),
                        "port",
                        entry.port(),
                        "certificate",
                        entry.certificate(),
                        "placeholder",
                        entry.placeholder(),
                        "sha256",
                        entry.fileSha256())));
    }

    private byte[] bytes(@Nullable String sha256) {
        try {
            return Files.readAllBytes(files.verified(Objects.requireNonNull(sha256)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
