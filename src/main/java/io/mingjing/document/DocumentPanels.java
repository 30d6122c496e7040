package io.mingjing.document;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the fragments {@code document/letters :: panel} and {@code document/attachments :: panel} show. */
@Service
@Transactional(readOnly = true)
public class DocumentPanels {

    private final Letters letters;
    private final LetterFiles letterFiles;
    private final Attachments attachments;
    private final ElectronicSeals seals;
    private final CaseAccess access;

    DocumentPanels(
            Letters letters,
            LetterFiles letterFiles,
            Attachments attachments,
            ElectronicSeals seals,
            @Lazy CaseAccess access) {
        this.letters = letters;
        this.letterFiles = letterFiles;
        this.attachments = attachments;
        this.seals = seals;
        this.access = access;
    }

    /** The letters that the actor may read, each with its story. */
    public List<LetterView> views(String caseId, Actor actor) {
        boolean handler = handles(caseId, actor);
        return letterFiles.readable(caseId, actor).stream()
                .map(letter -> view(letter, actor, handler))
                .toList();
    }

    /** The model of the letters panel: caseId, letters, files (possible proofs), methods, pdfsAreMade, reader, sealPort. */
    public Map<String, Object> letters(String caseId, Actor actor) {
        Map<String, Object> model = new HashMap<>();
        model.put("caseId", caseId);
        model.put("letters", views(caseId, actor));
        model.put("files", attachments.of(caseId, actor));
        model.put("methods", Arrays.asList(ServiceMethod.values()));
        model.put("pdfsAreMade", letterFiles.pdfsAreMade());
        model.put("reader", actor.userId());
        model.put("sealPort", seals.port().orElse(null));
        return model;
    }

    /** The model of the attachments panel: caseId, taskId, attachments, parts, uploads. */
    public Map<String, Object> attachments(String caseId, @Nullable String taskId, Actor actor) {
        Map<String, Object> model = new HashMap<>();
        model.put("caseId", caseId);
        model.put("taskId", taskId);
        model.put("attachments", attachments.of(caseId, actor));
        model.put(
                "parts",
                Arrays.stream(FilePart.values())
                        .filter(part -> access.mayReadPart(caseId, part, actor))
                        .toList());
        model.put("uploads", actor.roles().stream().anyMatch(role -> role != Role.AUDITOR && role != Role.ADMIN));
        return model;
    }

    private LetterView view(Letter letter, Actor actor, boolean handler) {
        boolean insider = LetterFiles.insider(actor);
        Map<String, ServiceRecord> services = new HashMap<>();
        letters.services(letter.id()).forEach(record -> services.put(record.recipientId(), record));
        List<LetterView.ServedRecipient> recipients = letters.recipients(letter.id()).stream()
                .filter(recipient -> insider || access.speaksFor(letter.caseId(), recipient.partyId(), actor))
                .map(recipient -> new LetterView.ServedRecipient(
                        recipient, Optional.ofNullable(services.get(recipient.partyId()))))
                .toList();
        return new LetterView(
                letter,
                letters.nextLevel(letter.id()).orElse(null),
                insider ? letters.approvals(letter.id()) : List.of(),
                insider ? letters.seals(letter.id()) : List.of(),
                letter.issued() ? seals.of(letter.id()).orElse(null) : null,
                recipients,
                rights(letter, actor, handler, services.isEmpty()));
    }

    private static LetterView.Rights rights(Letter letter, Actor actor, boolean handler, boolean unserved) {
        boolean head = actor.hasAny(Role.UNIT_HEAD, Role.ORGAN_HEAD);
        return new LetterView.Rights(
                LetterFiles.insider(actor),
                letter.state() == LetterState.DRAFT && LetterRoles.recordsPaper(actor),
                letter.issued() && LetterRoles.issues(actor),
                letter.issued() && LetterRoles.serves(actor),
                handler && unserved && letter.state() != LetterState.VOID && (head || !letter.issued()));
    }

    private boolean handles(String caseId, Actor actor) {
        try {
            access.requireHandler(caseId, actor);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
