package io.mingjing.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.casefile.PersonalTexts;
import io.mingjing.document.Deposit;
import io.mingjing.document.Deposits;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Half-filled applications. The content is encrypted; it is found only by the code that the applicant was shown, of which
 * the database keeps a digest. Some days after the last change a draft goes, with its files.
 */
@Service
@Transactional
public class Drafts {

    /** What an applicant may hand in; a code, its text is {@code portal.file.<code>}. */
    public static final List<String> LABELS = List.of("IDENTITY", "ACT", "EVIDENCE", "AUTHORISATION", "OTHER");

    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private final DraftMapper mapper;
    private final PersonalTexts texts;
    private final Deposits deposits;
    private final Questions questions;
    private final Tries tries;
    private final PortalSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(
            DraftMapper mapper,
            PersonalTexts texts,
            Deposits deposits,
            Questions questions,
            Tries tries,
            PortalSettings settings,
            ObjectMapper json,
            Clock clock) {
        this.mapper = mapper;
        this.texts = texts;
        this.deposits = deposits;
        this.questions = questions;
        this.tries = tries;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A draft.
     *
     * @param values answers by key of the question
     * @param files in the order in which they came
     * @param expiresOn last day on which its code opens it
     */
    public record Draft(String id, Map<String, String> values, List<Deposit> files, LocalDate expiresOn) {
        public Draft {
            values = Map.copyOf(values);
            files = List.copyOf(files);
        }
    }

    /**
     * Begins an application.
     *
     * @param address where the request came from
     * @return the code that opens it
     * @throws Refusal {@code TOO_MANY_TRIES} when too many were begun from there
     */
    public String begin(String address) {
        tries.require(Tries.What.DRAFT, address, settings.draftsPerAddress());
        tries.count(Tries.What.DRAFT, address);
        String code = Codes.next();
        String id = Ids.next();
        PersonalTexts.Sealed sealed = seal(id, Map.of());
        mapper.insert(new DraftMapper.Row(id, Codes.digest(code), sealed.text(), sealed.keyId(), now(), expiry()));
        return code;
    }

    /**
     * The draft of that code.
     *
     * @throws Refusal {@code DRAFT_UNKNOWN} where there is none, or none any more
     */
    @Transactional(readOnly = true)
    public Draft open(String code) {
        return mapper.find(Codes.digest(Codes.normal(code)), today())
                .map(this::opened)
                .orElseThrow(() -> Refusal.notFound("DRAFT_UNKNOWN"));
    }

    /**
     * Opens a draft that was left earlier.
     *
     * @return the code in its proper form
     * @throws Refusal {@code DRAFT_UNKNOWN}; {@code TOO_MANY_TRIES} after too many wrong codes from that address
     */
    public String resume(String typed, String address) {
        tries.require(Tries.What.TRACK_ADDRESS, address, settings.triesPerAddress());
        String code = Codes.normal(typed);
        if (mapper.find(Codes.digest(code), today()).isEmpty()) {
            tries.count(Tries.What.TRACK_ADDRESS, address);
            throw Refusal.notFound("DRAFT_UNKNOWN");
        }
        return code;
    }

    /** Keeps the answers of one step as they are; whether they are right is asked apart. */
    public void save(String code, Questions.Step step, Map<String, String> typed) {
        DraftMapper.Row row = locked(code);
        Map<String, String> values = new LinkedHashMap<>(values(row));
        values.putAll(questions.read(step, typed));
        PersonalTexts.Sealed sealed = seal(row.id(), values);
        mapper.update(new DraftMapper.Row(row.id(), row.codeHash(), sealed.text(), sealed.keyId(), now(), expiry()));
    }

    /**
     * Adds a file.
     *
     * @throws Refusal as {@link Deposits#leave}; {@code TOO_MANY_TRIES}
     */
    public void addFile(String code, String label, String fileName, InputStream in, String address) {
        tries.require(Tries.What.FILE, address, settings.filesPerAddress());
        tries.count(Tries.What.FILE, address);
        DraftMapper.Row row = locked(code);
        String known = Set.copyOf(LABELS).contains(label) ? label : "OTHER";
        deposits.leave(place(row.id()), known, fileName, in, settings.fileBytes(), settings.files());
    }

    public void removeFile(String code, String fileId) {
        deposits.remove(place(locked(code).id()), fileId);
    }

    /** Throws the draft away. */
    public void discard(String code) {
        delete(locked(code).id());
    }

    /** The draft, locked until the end of the transaction; empty where it is gone or was sent meanwhile. */
    java.util.Optional<Draft> lock(String code) {
        return mapper.findForUpdate(Codes.digest(code), today()).map(this::opened);
    }

    /** The row goes; its files stay where they are. */
    void sent(Draft draft) {
        mapper.delete(draft.id());
    }

    @Scheduled(cron = "0 20 3 * * *")
    @SchedulerLock(name = "portal.expiredDrafts")
    void deleteExpired() {
        mapper.findExpired(today()).forEach(this::delete);
    }

    private void delete(String id) {
        deposits.clear(place(id));
        mapper.delete(id);
    }

    private DraftMapper.Row locked(String code) {
        return mapper.findForUpdate(Codes.digest(Codes.normal(code)), today())
                .orElseThrow(() -> Refusal.notFound("DRAFT_UNKNOWN"));
    }

    private Draft opened(DraftMapper.Row row) {
        return new Draft(row.id(), values(row), deposits.of(place(row.id())), row.expiresOn());
    }

    private Map<String, String> values(DraftMapper.Row row) {
        return read(texts.open(new PersonalTexts.Sealed(row.content(), row.contentKey()), "portal-draft/" + row.id()));
    }

    private PersonalTexts.Sealed seal(String id, Map<String, String> values) {
        return texts.seal(write(values), "portal-draft/" + id);
    }

    String write(Map<String, String> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> read(String text) {
        try {
            return json.readValue(text, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the files of a draft lie, and stay until its application is a case. */
    static String place(String id) {
        return "portal/" + id;
    }

    private LocalDate expiry() {
        return today().plusDays(settings.draftDays());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
