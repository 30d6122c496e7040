package io.mingjing.statistics;

import io.mingjing.statistics.LedgerMapper.HandlerOf;
import io.mingjing.statistics.LedgerMapper.HearingOf;
import io.mingjing.statistics.LedgerMapper.LetterOf;
import io.mingjing.statistics.LedgerMapper.LimitOf;
import io.mingjing.statistics.LedgerMapper.PartyOf;
import io.mingjing.statistics.LedgerMapper.PauseOf;
import io.mingjing.statistics.LedgerMapper.Review;
import io.mingjing.statistics.LedgerMapper.SuitOf;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the lines of the ledger of reviews: one statement for each kind of fact, however many lines. */
@Component
class LedgerLines {

    /** The letters that close a case, each with the outcome that it says. */
    private static final List<String> CLOSING =
            List.of("refusal", "informing-letter", "decision", "dismissal", "termination", "mediation-letter");

    private final LedgerMapper mapper;
    private final MessageSource messages;
    private final Clock clock;

    LedgerLines(LedgerMapper mapper, MessageSource messages, Clock clock) {
        this.mapper = mapper;
        this.messages = messages;
        this.clock = clock;
    }

    List<LedgerRow> of(List<Review> reviews, Locale locale) {
        if (reviews.isEmpty()) {
            return List.of();
        }
        List<String> ids = reviews.stream().map(Review::caseId).toList();
        Facts facts = new Facts(
                by(mapper.findParties(ids), PartyOf::caseId),
                by(mapper.findHandlers(ids), HandlerOf::caseId),
                by(mapper.findDecisionLimits(ids), LimitOf::caseId),
                by(mapper.findSuspensions(ids), PauseOf::caseId),
                by(mapper.findLetters(ids), LetterOf::caseId),
                by(mapper.findHearings(ids), HearingOf::caseId),
                by(mapper.findSuits(ids), SuitOf::caseId));
        LocalDate today = LocalDate.now(clock);
        return reviews.stream()
                .map(review -> new Line(review, facts, today, locale).row())
                .toList();
    }

    private static <T> Map<String, List<T>> by(List<T> rows, Function<T, String> caseId) {
        return rows.stream().collect(Collectors.groupingBy(caseId));
    }

    private record Facts(
            Map<String, List<PartyOf>> parties,
            Map<String, List<HandlerOf>> handlers,
            Map<String, List<LimitOf>> limits,
            Map<String, List<PauseOf>> pauses,
            Map<String, List<LetterOf>> letters,
            Map<String, List<HearingOf>> hearings,
            Map<String, List<SuitOf>> suits) {}

    /** One line being written. */
    private final class Line {

        private final Review review;
        private final LocalDate today;
        private final Locale locale;
        private final List<PartyOf> parties;
        private final List<HandlerOf> handlers;
        private final @Nullable LimitOf decision;
        private final List<PauseOf> pauses;
        private final List<LetterOf> letters;
        private final List<HearingOf> hearings;
        private final List<SuitOf> suits;
        private final Map<ReviewColumn, String> cells = new EnumMap<>(ReviewColumn.class);

        Line(Review review, Facts facts, LocalDate today, Locale locale) {
            this.review = review;
            this.today = today;
            this.locale = locale;
            String id = review.caseId();
            parties = facts.parties().getOrDefault(id, List.of());
            handlers = facts.handlers().getOrDefault(id, List.of());
            List<LimitOf> limits = facts.limits().getOrDefault(id, List.of());
            decision = limits.isEmpty() ? null : limits.get(limits.size() - 1);
            pauses = facts.pauses().getOrDefault(id, List.of());
            letters = facts.letters().getOrDefault(id, List.of());
            hearings = facts.hearings().getOrDefault(id, List.of());
            suits = facts.suits().getOrDefault(id, List.of());
        }

        LedgerRow row() {
            application();
            course();
            end();
            cells.values().removeIf(String::isEmpty);
            return new LedgerRow(review.caseId(), review.receivedOn(), cells);
        }

        private void application() {
            put(ReviewColumn.REGISTER_NO, review.registerNo());
            put(ReviewColumn.RECEIVED_ON, review.receivedOn());
            put(ReviewColumn.CHANNEL, code("review.channel.", review.channel()));
            put(ReviewColumn.APPLICANT, parties("APPLICANT"));
            put(ReviewColumn.AGENT, names("AGENT"));
            put(ReviewColumn.RESPONDENT, parties("RESPONDENT"));
            put(ReviewColumn.ADMIN_FIELD, code("review.adminField.", review.adminField()));
            put(ReviewColumn.ACT_KIND, code("review.actKind.", review.actKind()));
            put(ReviewColumn.REQUESTS, review.requests());
            put(ReviewColumn.PREREQUISITE, yes(review.prerequisiteGround() != null));
            put(ReviewColumn.ENTERPRISE, yes(review.enterprise()));
            put(ReviewColumn.INCIDENTAL, review.documentName());
            put(ReviewColumn.CORRECTION, correction());
            put(ReviewColumn.ACCEPTANCE, acceptance());
            put(ReviewColumn.CASE_NO, review.caseNo());
        }

        private void course() {
            put(ReviewColumn.PROCEDURE, code("fact.procedure.", review.procedureCode()));
            put(ReviewColumn.HANDLERS, handlers.stream().map(HandlerOf::name).collect(Collectors.joining("、")));
            put(ReviewColumn.REPLIED, review.replyMissing() ? text("statistics.noReply") : review.repliedOn());
            put(ReviewColumn.VIEWS, both(code("fact.method.", review.viewsMethod()), review.viewsOn()));
            put(
                    ReviewColumn.HEARING,
                    hearings.stream()
                            .map(hearing -> both(
                                    hearing.state().equals("WAIVED") ? text("statistics.hearingWaived") : "",
                                    hearing.hearingOn()))
                            .collect(Collectors.joining("；")));
            put(ReviewColumn.SUSPENSION, suspension());
            if (decision != null) {
                put(ReviewColumn.EXTENSION, decision.extensionDays() > 0 ? decision.extensionDays() : null);
                put(ReviewColumn.DUE_ON, decision.dueOn());
                put(ReviewColumn.OVERDUE, yes(overdue(decision)));
            }
        }

        private void end() {
            put(ReviewColumn.CLOSED, closed());
            put(ReviewColumn.SERVED, served());
            put(ReviewColumn.PERFORMED, both(code("fact.performed.", review.performed()), review.performedOn()));
            put(
                    ReviewColumn.OPINION_ADVICE,
                    numbers(letter -> letter.type().equals("opinion-letter")
                            || letter.type().equals("advice-letter")));
            put(ReviewColumn.SUPERIOR_COPY, numbers(letter -> letter.type().equals("superior-copy")));
            put(
                    ReviewColumn.SUIT,
                    suits.stream()
                            .map(suit -> both(
                                    suit.kind().equals("SUIT_FILED")
                                            ? text("statistics.sued")
                                            : code("fact.followUpResult.", suit.result()),
                                    suit.happenedOn()))
                            .collect(Collectors.joining("；")));
            put(ReviewColumn.ARCHIVE, both(review.archiveNo(), review.archivedOn()));
        }

        private String parties(String role) {
            return parties.stream()
                    .filter(party -> party.role().equals(role))
                    .map(party -> text("statistics.party", party.name(), kind(party)))
                    .collect(Collectors.joining("、"));
        }

        private String kind(PartyOf party) {
            return party.organKind() != null
                    ? code("identity.organKind.", party.organKind())
                    : code("casefile.partyKind.", party.kind());
        }

        private String names(String role) {
            return parties.stream()
                    .filter(party -> party.role().equals(role))
                    .map(PartyOf::name)
                    .collect(Collectors.joining("、"));
        }

        /** From the service of the notice to the receipt of the corrections (行政复议法 art. 31). */
        private String correction() {
            LocalDate asked = review.noticeServedOn();
            if (asked == null) {
                return "";
            }
            LocalDate came = review.completedOn();
            return text("statistics.span", asked, came == null || !came.isAfter(asked) ? "" : came);
        }

        private String acceptance() {
            if (review.acceptedOn() != null) {
                return both(code("review.acceptance.", review.acceptance()), review.acceptedOn());
            }
            return review.closedOn() == null
                    ? text("review.acceptance.NONE")
                    : both(code("review.acceptance.", review.acceptance()), review.closedOn());
        }

        private String suspension() {
            if (pauses.isEmpty()) {
                return "";
            }
            long days = pauses.stream()
                    .mapToLong(pause ->
                            ChronoUnit.DAYS.between(pause.fromOn(), pause.toOn() == null ? today : pause.toOn()))
                    .sum();
            boolean open = pauses.stream().anyMatch(pause -> pause.toOn() == null);
            return text(
                    open ? "statistics.suspended" : "statistics.suspensions",
                    String.valueOf(pauses.size()),
                    String.valueOf(Math.max(0, days)));
        }

        private boolean overdue(LimitOf limit) {
            LocalDate due = limit.dueOn();
            if (review.decisionOverdue()) {
                return true;
            }
            LocalDate end = limit.metOn() == null ? review.closedOn() : limit.metOn();
            return due != null
                    && (end == null ? limit.state().equals("RUNNING") && today.isAfter(due) : end.isAfter(due));
        }

        private String closed() {
            if (review.closedOn() == null) {
                return "";
            }
            String number = letters.stream()
                    .filter(letter -> CLOSING.contains(letter.type()) && letter.letterNumber() != null)
                    .map(LetterOf::letterNumber)
                    .reduce((first, second) -> second)
                    .orElse("");
            return both(both(code("fact.outcome.", review.outcome()), review.closedOn()), number);
        }

        private String served() {
            return letters.stream()
                    .filter(letter -> CLOSING.contains(letter.type()) && letter.servedOn() != null)
                    .map(letter -> both(letter.recipient(), letter.servedOn()))
                    .collect(Collectors.joining("；"));
        }

        private String numbers(Predicate<LetterOf> which) {
            return letters.stream()
                    .filter(which)
                    .map(LetterOf::letterNumber)
                    .filter(Objects::nonNull)
                    .distinct()
                    .collect(Collectors.joining("、"));
        }

        private String both(@Nullable Object first, @Nullable Object second) {
            String one = first == null ? "" : first.toString();
            String other = second == null ? "" : second.toString();
            return one.isEmpty() || other.isEmpty() ? one + other : one + " " + other;
        }

        private String yes(boolean so) {
            return so ? text("statistics.yes") : "";
        }

        private String code(String prefix, @Nullable String code) {
            return code == null ? "" : Objects.requireNonNull(messages.getMessage(prefix + code, null, code, locale));
        }

        private String text(String key, Object... args) {
            return Objects.requireNonNull(messages.getMessage(key, args, key, locale));
        }

        private void put(ReviewColumn column, @Nullable Object value) {
            if (value != null) {
                cells.put(column, value.toString());
            }
        }
    }
}
