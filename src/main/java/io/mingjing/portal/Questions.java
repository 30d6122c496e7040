package io.mingjing.portal;

import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.portal.Question.Kind;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an application must say (实施条例 art. 27), step by step, and what is wrong with the answers. */
@Component
public class Questions {

    /** The steps, in order; the last two ask nothing. */
    public enum Step {
        APPLICANT,
        ACT,
        REQUEST,
        FILES,
        CHECK;

        /** As it stands in addresses. */
        public String path() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Step> of(String path) {
            for (Step step : values()) {
                if (step.path().equals(path)) {
                    return Optional.of(step);
                }
            }
            return Optional.empty();
        }

        public Step next() {
            return values()[Math.min(ordinal() + 1, values().length - 1)];
        }

        /** The step before; the first one is its own. */
        public Step back() {
            return values()[Math.max(ordinal() - 1, 0)];
        }
    }

    static final String ORGANISATION = "ORGANISATION";

    static final String NON_PERFORMANCE = "NON_PERFORMANCE";

    private static final String PHONE = "[0-9+() -]{5,20}";
    private static final String ID_NUMBER = "[0-9A-Z]{15,18}";

    private static final Map<Step, List<Question>> ALL = Map.of(
            Step.APPLICANT,
            List.of(
                    Question.of("applicantKind", Kind.RADIO, 20).must().among("PERSON", ORGANISATION),
                    Question.of("applicantName", Kind.TEXT, 100).must(),
                    Question.of("applicantIdNumber", Kind.TEXT, 18).must().like(ID_NUMBER),
                    Question.of("representative", Kind.TEXT, 50)
                            .must()
                            .onlyIf("applicantKind", ORGANISATION)
                            .helped(),
                    Question.of("applicantPhone", Kind.TEXT, 20).must().like(PHONE),
                    Question.of("applicantAddress", Kind.TEXT, 200).must().helped(),
                    Question.of("coApplicants", Kind.AREA, 500).helped(),
                    Question.of("agentName", Kind.TEXT, 50).helped(),
                    Question.of("agentPhone", Kind.TEXT, 20)
                            .must()
                            .like(PHONE)
                            .onlyIf("agentName", "*")
                            .helped(),
                    Question.of("electronicService", Kind.CHECK, 5).helped(),
                    Question.of("serviceAddress", Kind.TEXT, 100)
                            .must()
                            .like(ElectronicService.ADDRESS)
                            .onlyIf("electronicService", "true")
                            .helped()),
            Step.ACT,
            List.of(
                    Question.of("respondentOrgan", Kind.ORGAN, 36).helped(),
                    Question.of("respondentName", Kind.TEXT, 100).helped(),
                    Question.of("government", Kind.GOVERNMENT, 36).helped(),
                    Question.of("actKind", Kind.SELECT, 20)
                            .must()
                            .among(
                                    "PENALTY",
                                    "COERCION",
                                    "LICENCE",
                                    "EXPROPRIATION",
                                    "COMPENSATION",
                                    "CONFIRMATION",
                                    "WORK_INJURY",
                                    "AGREEMENT",
                                    "INFORMATION",
                                    "NON_PERFORMANCE",
                                    "PAYMENT",
                                    "OTHER"),
                    Question.of("actName", Kind.TEXT, 200).must().helped(),
                    Question.of("actNumber", Kind.TEXT, 100),
                    Question.of("actMadeOn", Kind.DATE, 10),
                    Question.of("knownOn", Kind.DATE, 10).helped(),
                    Question.of("knownHow", Kind.SELECT, 20)
                            .among("DIRECT", "POST", "ELECTRONIC", "NOTICE", "ON_THE_SPOT", "TOLD_LATER", "OTHER"),
                    Question.of("rightsTold", Kind.RADIO, 5).among("YES", "NO").helped(),
                    Question.of("requestedOn", Kind.DATE, 10)
                            .must()
                            .onlyIf("actKind", NON_PERFORMANCE)
                            .helped()),
            Step.REQUEST,
            List.of(
                    Question.of("requests", Kind.AREA, 2000).must().helped(),
                    Question.of("reasons", Kind.AREA, 4000).must().helped(),
                    Question.of("documentReview", Kind.CHECK, 5),
                    Question.of("documentName", Kind.TEXT, 200)
                            .must()
                            .onlyIf("documentReview", "true")
                            .helped(),
                    Question.of("compensationClaimed", Kind.CHECK, 5)),
            Step.FILES,
            List.of(),
            Step.CHECK,
            List.of());

    private final Organs organs;
    private final Clock clock;

    Questions(Organs organs, Clock clock) {
        this.organs = organs;
        this.clock = clock;
    }

    public List<Question> of(Step step) {
        return ALL.getOrDefault(step, List.of());
    }

    /** What was typed for the questions of one step: known fields, stripped, cut where no answer can be so long. */
    public Map<String, String> read(Step step, Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Question question : of(step)) {
            String value = typed.getOrDefault(question.key(), "").strip();
            if (question.key().equals("applicantIdNumber")) {
                value = value.toUpperCase(java.util.Locale.ROOT).replace(" ", "");
            }
            values.put(question.key(), value.substring(0, Math.min(value.length(), 2 * question.max())));
        }
        return values;
    }

    /** What is wrong with the answers of one step; empty when nothing is. */
    public List<FieldError> faults(Step step, Map<String, String> values) {
        List<FieldError> faults = new ArrayList<>();
        for (Question question : of(step)) {
            FieldError fault = fault(question, values);
            if (fault != null) {
                faults.add(fault);
            }
        }
        if (step == Step.ACT) {
            addFaultsOfAct(values, faults);
        }
        return faults;
    }

    /** The first step with a fault, if any. */
    public Optional<Step> firstOpen(Map<String, String> values) {
        for (Step step : Step.values()) {
            if (!faults(step, values).isEmpty()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private void addFaultsOfAct(Map<String, String> values, List<FieldError> faults) {
        boolean chosen = !text(values, "respondentOrgan").isEmpty();
        if (!chosen && text(values, "respondentName").isEmpty()) {
            faults.add(FieldError.of("respondentOrgan", "PORTAL_RESPONDENT"));
        }
        if (!chosen && text(values, "government").isEmpty()) {
            faults.add(FieldError.of("government", "PORTAL_GOVERNMENT"));
        }
        if (!text(values, "actKind").equals(NON_PERFORMANCE)) {
            for (String key : List.of("knownOn", "knownHow")) {
                if (text(values, key).isEmpty()) {
                    faults.add(FieldError.of(key, "REQUIRED"));
                }
            }
        }
        LocalDate known = date(values, "knownOn");
        LocalDate made = date(values, "actMadeOn");
        if (known != null && made != null && made.isAfter(known)) {
            faults.add(FieldError.of("actMadeOn", "AFTER_KNOWLEDGE"));
        }
    }

    private @Nullable FieldError fault(Question question, Map<String, String> values) {
        if (!asked(question, values)) {
            return null;
        }
        String value = text(values, question.key());
        if (value.isEmpty()) {
            return question.required() ? FieldError.of(question.key(), "REQUIRED") : null;
        }
        int length = value.codePointCount(0, value.length());
        if (length > question.max()) {
            return FieldError.of(question.key(), "TOO_LONG", question.max(), length);
        }
        if (question.pattern() != null && !value.matches(question.pattern())) {
            return FieldError.of(question.key(), "PATTERN");
        }
        return switch (question.kind()) {
            case RADIO, SELECT -> question.options().contains(value) ? null : FieldError.of(question.key(), "REQUIRED");
            case DATE -> dateFault(question, values);
            case ORGAN -> organs.find(value).isPresent() ? null : FieldError.of(question.key(), "ORGAN_UNKNOWN");
            case GOVERNMENT ->
                organs.find(value).filter(ReviewingOrgans::government).isPresent()
                        ? null
                        : FieldError.of(question.key(), "ORGAN_UNKNOWN");
            case TEXT, AREA, CHECK -> null;
        };
    }

    private @Nullable FieldError dateFault(Question question, Map<String, String> values) {
        LocalDate day = date(values, question.key());
        if (day == null) {
            return FieldError.of(question.key(), "PORTAL_DATE");
        }
        return day.isAfter(LocalDate.now(clock)) ? FieldError.of(question.key(), "IN_FUTURE") : null;
    }

    /** Whether the question counts: one that depends on another only where that one is answered so. */
    static boolean asked(Question question, Map<String, String> values) {
        if (question.onlyIf() == null) {
            return true;
        }
        String other = text(values, question.onlyIf());
        return question.onlyIfValue().equals("*") ? !other.isEmpty() : other.equals(question.onlyIfValue());
    }

    /** The answers that count, of all steps. */
    static Map<String, String> answered(Map<String, String> values) {
        Map<String, String> answered = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            for (Question question : ALL.getOrDefault(step, List.of())) {
                String value = text(values, question.key());
                if (!value.isEmpty() && asked(question, values)) {
                    answered.put(question.key(), value);
                }
            }
        }
        return answered;
    }

    static String text(Map<String, String> values, String key) {
        return values.getOrDefault(key, "");
    }

    static @Nullable LocalDate date(Map<String, String> values, String key) {
        try {
            String text = text(values, key);
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The name of the organ chosen, else the one typed. */
    String respondentName(Map<String, String> values) {
        return organs.find(text(values, "respondentOrgan"))
                .map(Organ::name)
                .orElseGet(() -> text(values, "respondentName"));
    }
}
