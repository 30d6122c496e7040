package io.mingjing.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.engine.Form;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Keeps what was handed in, and half-filled forms. Both may hold personal data, so both are encrypted as a whole. */
@Component
class Submissions {

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int SALT_BYTES = 16;

    /** A half-filled form. */
    record Draft(Map<String, Object> values, Instant savedAt) {}

    private final SubmissionMapper mapper;
    private final PersonalVault vault;
    private final ObjectMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Submissions(SubmissionMapper mapper, PersonalVault vault, ObjectMapper json, Clock clock) {
        this.mapper = mapper;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Refusal {@code ALREADY_SUBMITTED} when the same form was sent at the same moment */
    Submission add(
            String caseId,
            @Nullable String taskId,
            String processKey,
            String taskKey,
            Form form,
            Map<String, Object> values,
            @Nullable String formKey,
            @Nullable LocalDate actedOn,
            Actor actor) {
        String id = Ids.next();
        String canonical = canonical(values);
        String digest = sha256(canonical);
        PersonalVault.Sealed sealed = vault.seal(canonical, place(id));
        Instant now = clock.instant();
        try {
            mapper.insert(new SubmissionMapper.Row(
                    id,
                    caseId,
                    taskId,
                    processKey,
                    taskKey,
                    form.id(),
                    form.version(),
                    sealed.text(),
                    sealed.keyId(),
                    digest,
                    formKey,
                    actor.userId(),
                    actor.name(),
                    now,
                    actedOn));
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("ALREADY_SUBMITTED");
        }
        return new Submission(
                id,
                caseId,
                taskId,
                processKey,
                taskKey,
                form.id(),
                form.version(),
                values,
                digest,
                canonical,
                actor.userId(),
                actor.name(),
                now,
                actedOn);
    }

    List<Submission> of(String caseId) {
        return mapper.findByCase(caseId).stream().map(this::opened).toList();
    }

    Optional<Submission> ofTask(String taskId) {
        return mapper.findByTask(taskId).map(this::opened);
    }

    /** The last one handed in at that step of the case. */
    Optional<Submission> last(String caseId, String processKey, String taskKey) {
        return mapper.findLastOfStep(caseId, processKey, taskKey).map(this::opened);
    }

    /** Those handed in after that one, oldest first. */
    List<Submission> after(String caseId, String submissionId) {
        return mapper.findAfter(caseId, submissionId).stream().map(this::opened).toList();
    }

    Optional<Submission> withFormKey(String formKey) {
        return mapper.findByFormKey(formKey).map(this::opened);
    }

    Optional<Draft> draft(String taskId, String userId) {
        return mapper.findDraft(taskId, userId)
                .map(row -> new Draft(
                        read(vault.open(
                                new PersonalVault.Sealed(row.valuesSealed(), row.valuesKey()),
                                draftPlace(taskId, userId))),
                        row.savedAt()));
    }

    void saveDraft(String taskId, String userId, Map<String, ?> values) {
        PersonalVault.Sealed sealed = vault.seal(write(values), draftPlace(taskId, userId));
        Instant now = clock.instant();
        if (mapper.updateDraft(taskId, userId, sealed.text(), sealed.keyId(), now) == 0) {
            try {
                mapper.insertDraft(taskId, userId, sealed.text(), sealed.keyId(), now);
            } catch (DuplicateKeyException e) { // the same person saved in another window at this moment
                mapper.updateDraft(taskId, userId, sealed.text(), sealed.keyId(), now);
            }
        }
    }

    /** Gives a half-filled form to somebody else, over whatever that person had. */
    void passDraft(String taskId, String fromUserId, String toUserId) {
        draft(taskId, fromUserId).ifPresent(draft -> saveDraft(taskId, toUserId, draft.values()));
    }

    void discardDrafts(String taskId) {
        mapper.deleteDrafts(taskId);
    }

    /** A salt keeps the digest from giving away short values, since it stands in the log in clear. */
    private String canonical(Map<String, Object> values) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("salt", HexFormat.of().formatHex(salt));
        envelope.put("values", values);
        try {
            return new JsonCanonicalizer(write(envelope)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Submission opened(SubmissionMapper.Row row) {
        String canonical = vault.open(new PersonalVault.Sealed(row.valuesSealed(), row.valuesKey()), place(row.id()));
        return new Submission(
                row.id(),
                row.caseId(),
                row.taskId(),
                row.processKey(),
                row.taskKey(),
                row.formId(),
                row.formVersion(),
                values(canonical),
                row.digest(),
                canonical,
                row.actorId(),
                row.actorName(),
                row.submittedAt(),
                row.actedOn());
    }

    private Map<String, Object> values(String canonical) {
        return json.convertValue(read(canonical).get("values"), OBJECT);
    }

    private String write(Map<String, ?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> read(String text) {
        try {
            return json.readValue(text, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String place(String id) {
        return "submission/" + id;
    }

    private static String draftPlace(String taskId, String userId) {
        return "draft/" + taskId + "/" + userId;
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
