package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.PersonalNumbers;
import io.mingjing.casefile.PersonalNumbers.SealedNumber;
import io.mingjing.identity.People;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.LikePattern;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of enquiries at the desk 接待登记簿. An enquiry may become an application; then both know of each other. */
@Service
@Transactional
public class Enquiries {

    /** What may become of an enquiry but an application. */
    public static final List<String> OUTCOMES = List.of("OPEN", "ANSWERED", "REFERRED", "MEDIATED");

    private static final Set<String> KINDS = Set.of("PERSON", "ORGANISATION");
    private static final Pattern NUMBER = Pattern.compile("^接〔(\\d{4})〕(\\d{1,9})号$");
    private static final int LONGEST = 2000;

    private final EnquiryMapper mapper;
    private final PersonalNumbers numbers;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Enquiries(
            EnquiryMapper mapper,
            PersonalNumbers numbers,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.numbers = numbers;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /**
     * An enquiry as it is entered.
     *
     * @param phone in clear; kept encrypted
     */
    public record NewEnquiry(
            @Nullable LocalDate receivedOn,
            String visitor,
            String visitorKind,
            Enquiry.Way way,
            @Nullable String phone,
            String matter,
            @Nullable String answer,
            String outcome) {

        /** A log entry must never print the number. */
        @Override
        public String toString() {
            return "NewEnquiry[" + way + "]";
        }
    }

    /** What is looked for; null for anything. {@code before} is the last enquiry of the page before. */
    public record Query(
            @Nullable String words,
            Enquiry.@Nullable Way way,
            @Nullable String outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String before) {}

    /**
     * Enters an enquiry in the register of the person's organ.
     *
     * @throws Refusal {@code NOT_ALLOWED}, {@code ENQUIRY_NUMBER_TAKEN} where two entered one at the same moment, {@code
     *     FIELDS}
     */
    public Enquiry record(NewEnquiry enquiry, Actor actor) {
        AcceptanceReviews.requireDesk(actor);
        LocalDate on = enquiry.receivedOn() == null ? LocalDate.now(clock) : enquiry.receivedOn();
        requireSound(enquiry, on);
        String governmentId = people.sight(actor).governmentId();
        String id = Ids.next();
        SealedNumber phone =
                enquiry.phone() == null || enquiry.phone().isBlank() ? null : numbers.seal(enquiry.phone(), place(id));
        EnquiryMapper.Row row = new EnquiryMapper.Row(
                id,
                governmentId,
                on.getYear(),
                mapper.findLastSeq(governmentId, on.getYear()) + 1,
                on,
                enquiry.visitor().strip(),
                enquiry.visitorKind(),
                enquiry.way(),
                phone == null ? null : phone.text(),
                phone == null ? null : phone.keyId(),
                enquiry.matter().strip(),
                stripped(enquiry.answer()),
                enquiry.outcome(),
                null,
                actor.userId(),
                1);
        try {
            mapper.insert(row, clock.instant());
        } catch (DuplicateKeyException e) {
            Refusal taken = Refusal.conflict("ENQUIRY_NUMBER_TAKEN");
            taken.initCause(e);
            throw taken;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", number(row));
        facts.put("way", row.way().name());
        facts.put("outcome", row.outcome());
        events.publishEvent(Act.of("review.enquiryRecorded", null, actor, facts)
                .on(on)
                .withPersonal(Map.of("visitor", row.visitor())));
        return shown(row);
    }

    /** Writes down the answer and what became of it. */
    public void answer(String id, String answer, String outcome, int version, Actor actor) {
        AcceptanceReviews.requireDesk(actor);
        EnquiryMapper.Row row = row(id, actor);
        if (row.caseId() != null) {
            throw Refusal.conflict("ENQUIRY_APPLIED", number(row));
        }
        if (!OUTCOMES.contains(outcome)) {
            throw Refusal.fields(List.of(FieldError.of("outcome", "NOT_AN_OPTION")));
        }
        requireOne(mapper.updateAnswer(id, version, stripped(answer), outcome));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", number(row));
        facts.put("outcome", outcome);
        events.publishEvent(Act.of("review.enquiryAnswered", null, actor, facts));
    }

    @Transactional(readOnly = true)
    public Enquiry get(String id, Actor actor) {
        return shown(row(id, actor));
    }

    /** The telephone in clear, for the form into which the enquiry is carried over; who looked is logged. */
    public Optional<String> phone(String id, Actor actor) {
        AcceptanceReviews.requireDesk(actor);
        EnquiryMapper.Row row = row(id, actor);
        String text = row.phoneSealed();
        String key = row.phoneKey();
        if (text == null || key == null) {
            return Optional.empty();
        }
        events.publishEvent(Act.of("review.enquiryPhoneRead", null, actor, Map.of("number", number(row))));
        return Optional.of(numbers.open(new SealedNumber(text, key), place(id)));
    }

    /** A page of the register of the person's organ, the newest first. */
    @Transactional(readOnly = true)
    public List<Enquiry> search(Query query, int limit, Actor actor) {
        return mapper.search(query(query, limit, actor)).stream()
                .map(this::shown)
                .toList();
    }

    /** How many the register holds of what is looked for. */
    @Transactional(readOnly = true)
    public int count(Query query, Actor actor) {
        return mapper.count(query(query, 1, actor));
    }

    /** The enquiries that became this case. */
    @Transactional(readOnly = true)
    public List<Enquiry> ofCase(String caseId) {
        return mapper.findByCase(caseId).stream().map(this::shown).toList();
    }

    /**
     * The enquiry has become an application.
     *
     * @throws Refusal with field {@code enquiryNumber}: {@code ENQUIRY_UNKNOWN}, {@code ENQUIRY_USED}
     */
    public void applied(String number, CaseFile file, Actor actor) {
        Matcher parts = NUMBER.matcher(number.strip());
        EnquiryMapper.Row row = parts.matches()
                ? mapper.findByNumber(
                                file.governmentId(), Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))
                        .orElse(null)
                : null;
        if (row == null) {
            throw Refusal.fields(List.of(FieldError.of("enquiryNumber", "ENQUIRY_UNKNOWN")));
        }
        if (mapper.updateCase(row.id(), file.id()) != 1) {
            throw Refusal.fields(List.of(FieldError.of("enquiryNumber", "ENQUIRY_USED")));
        }
        events.publishEvent(Act.of("review.enquiryApplied", file.id(), actor, Map.of("number", number(row))));
    }

    private EnquiryMapper.Query query(Query query, int limit, Actor actor) {
        int year = Integer.MAX_VALUE;
        int seq = Integer.MAX_VALUE;
        Matcher last = NUMBER.matcher(query.before() == null ? "" : query.before());
        if (last.matches()) {
            year = Integer.parseInt(last.group(1));
            seq = Integer.parseInt(last.group(2));
        }
        String words = stripped(query.words());
        return new EnquiryMapper.Query(
                reader(actor).governmentId(),
                words == null ? null : "%" + LikePattern.escape(words) + "%",
                query.way(),
                stripped(query.outcome()),
                query.from(),
                query.to(),
                year,
                seq,
                limit);
    }

    private EnquiryMapper.Row row(String id, Actor actor) {
        String here = reader(actor).governmentId();
        return mapper.find(id)
                .filter(row -> row.governmentId().equals(here))
                .orElseThrow(() -> Refusal.notFound("ENQUIRY_NOT_FOUND"));
    }

    private Sight reader(Actor actor) {
        Sight sight = people.sight(actor);
        if (!sight.officer() || !sight.areas().contains(Area.REVIEW)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        return sight;
    }

    private void requireSound(NewEnquiry enquiry, LocalDate on) {
        List<FieldError> errors = new ArrayList<>();
        if (on.isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.of("receivedOn", "IN_FUTURE"));
        }
        requireText("visitor", enquiry.visitor(), 100, errors);
        requireText("matter", enquiry.matter(), LONGEST, errors);
        if (enquiry.answer() != null && enquiry.answer().length() > LONGEST) {
            errors.add(FieldError.of("answer", "TOO_LONG", LONGEST));
        }
        if (!KINDS.contains(enquiry.visitorKind())) {
            errors.add(FieldError.of("visitorKind", "NOT_AN_OPTION"));
        }
        if (!OUTCOMES.contains(enquiry.outcome())) {
            errors.add(FieldError.of("outcome", "NOT_AN_OPTION"));
        }
        if (enquiry.phone() != null && enquiry.phone().length() > 20) {
            errors.add(FieldError.of("phone", "TOO_LONG", 20));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static void requireText(String field, String text, int longest, List<FieldError> errors) {
        if (text.isBlank()) {
            errors.add(FieldError.of(field, "REQUIRED"));
        } else if (text.strip().length() > longest) {
            errors.add(FieldError.of(field, "TOO_LONG", longest));
        }
    }

    private Enquiry shown(EnquiryMapper.Row row) {
        String text = row.phoneSealed();
        String key = row.phoneKey();
        return new Enquiry(
                row.id(),
                row.governmentId(),
                number(row),
                row.receivedOn(),
                row.visitor(),
                row.visitorKind(),
                row.way(),
                text == null || key == null ? null : numbers.masked(new SealedNumber(text, key), place(row.id())),
                row.matter(),
                row.answer(),
                row.outcome(),
                row.caseId(),
                row.recordedBy(),
                row.version());
    }

    private static String number(EnquiryMapper.Row row) {
        return "接〔" + row.enquiryYear() + "〕" + row.enquirySeq() + "号";
    }

    private static String place(String id) {
        return "enquiry/" + id + "/phone";
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void requireOne(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("ENQUIRY_CHANGED");
        }
    }
}
