package io.mingjing.review;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.SameParties;
import io.mingjing.review.SimilarMapper.Judgement;
import io.mingjing.review.SimilarMapper.Row;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds applications that may be about the same matter: of the same applicant anywhere in the installation, of others in
 * the same organ. Whether one is a repetition is for the officer to judge (行政复议法 art. 30.1, item 7; 实施条例 art. 37.2).
 */
@Service
@Transactional
public class SimilarCases {

    private static final int MOST = 50;

    private final SimilarMapper mapper;
    private final ReviewCaseMapper reviews;
    private final SameParties same;
    private final Parties parties;
    private final Cases cases;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SimilarCases(
            SimilarMapper mapper,
            ReviewCaseMapper reviews,
            SameParties same,
            Parties parties,
            Cases cases,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.same = same;
        this.parties = parties;
        this.cases = cases;
        this.clock = clock;
        this.events = events;
    }

    /** What an officer makes of a similar case. */
    public enum Verdict {
        /** The same matter of the same applicant. */
        DUPLICATE,
        /** Another matter. */
        DISTINCT
    }

    /**
     * A similar case. Of a case in another organ nothing more is told than this.
     *
     * @param sameApplicant of the same applicant; else another applicant against the same act
     * @param elsewhere with another organ of the installation
     * @param accepted accepted there, so that it excludes this one if it is the same matter
     * @param verdict null while nobody has judged it
     */
    public record Similar(
            String caseId,
            String number,
            String organName,
            LocalDate receivedOn,
            String state,
            boolean sameApplicant,
            boolean elsewhere,
            boolean accepted,
            @Nullable Verdict verdict,
            @Nullable String reason) {}

    /** Cases similar to this one, the newest first. */
    @Transactional(readOnly = true)
    public List<Similar> of(String caseId) {
        ReviewCase review = reviews.find(caseId).orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"));
        String respondent = parties.of(caseId, PartyRole.RESPONDENT).stream()
                .flatMap(party -> Stream.ofNullable(party.organId()))
                .findFirst()
                .orElse(null);
        Map<String, Judgement> judged =
                mapper.findJudgements(caseId).stream().collect(Collectors.toMap(Judgement::otherId, one -> one));
        return similar(
                rows(review.actName(), review.actNumber(), respondent),
                same.casesOfApplicants(caseId),
                caseId,
                cases.require(caseId).governmentId(),
                judged);
    }

    /**
     * Cases similar to an application that is not registered yet.
     *
     * @param governmentId the organ at whose desk it lies
     */
    @Transactional(readOnly = true)
    public List<Similar> of(
            String governmentId,
            String applicant,
            @Nullable String idNumber,
            String actName,
            @Nullable String actNumber,
            @Nullable String respondentId) {
        return similar(
                rows(actName, actNumber, respondentId),
                applicant.isBlank() ? Set.of() : same.casesOf(applicant, idNumber),
                "",
                governmentId,
                Map.of());
    }

    /** Whether a case that was accepted has been judged to be the same matter. */
    @Transactional(readOnly = true)
    public List<String> acceptedBefore(String caseId) {
        return of(caseId).stream()
                .filter(one -> one.verdict() == Verdict.DUPLICATE && one.accepted())
                .map(Similar::number)
                .toList();
    }

    /**
     * Judges a similar case; a later judgement takes the place of an earlier one.
     *
     * @throws Refusal {@code NOT_ALLOWED}, {@code NOT_SIMILAR}, {@code FIELDS}
     */
    public void judge(String caseId, String otherId, Verdict verdict, String reason, Actor actor) {
        AcceptanceReviews.requireDesk(actor);
        cases.get(caseId, actor);
        cases.lock(caseId);
        Similar other = of(caseId).stream()
                .filter(one -> one.caseId().equals(otherId))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("NOT_SIMILAR"));
        if (reason.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("reason", "REQUIRED")));
        }
        mapper.deleteJudgement(caseId, otherId);
        mapper.insertJudgement(
                caseId, new Judgement(otherId, verdict.name(), reason.strip()), actor.userId(), clock.instant());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", other.number());
        facts.put("verdict", verdict.name());
        facts.put("reason", reason.strip());
        events.publishEvent(Act.of("review.similarJudged", caseId, actor, facts));
    }

    private List<Row> rows(String actName, @Nullable String actNumber, @Nullable String respondentId) {
        Map<String, Row> rows = new LinkedHashMap<>();
        if (!actName.isBlank()) {
            mapper.findByAct(actName.strip(), MOST).forEach(row -> rows.put(row.caseId(), row));
        }
        if (actNumber != null && !actNumber.isBlank() && respondentId != null) {
            mapper.findByNumber(actNumber.strip(), respondentId, MOST).forEach(row -> rows.put(row.caseId(), row));
        }
        return new ArrayList<>(rows.values());
    }

    private static List<Similar> similar(
            List<Row> rows,
            Set<String> ofApplicant,
            String caseId,
            String governmentId,
            Map<String, Judgement> judged) {
        return rows.stream()
                .filter(row -> !row.caseId().equals(caseId))
                .filter(row ->
                        ofApplicant.contains(row.caseId()) || row.governmentId().equals(governmentId))
                .map(row -> similar(
                        row,
                        ofApplicant.contains(row.caseId()),
                        !row.governmentId().equals(governmentId),
                        judged.get(row.caseId())))
                .sorted(Comparator.comparing((Similar one) -> !one.sameApplicant())
                        .thenComparing(Similar::receivedOn, Comparator.reverseOrder())
                        .thenComparing(Similar::caseId))
                .limit(MOST)
                .toList();
    }

    private static Similar similar(Row row, boolean sameApplicant, boolean elsewhere, @Nullable Judgement judged) {
        return new Similar(
                row.caseId(),
                row.number(),
                row.organName(),
                row.receivedOn(),
                row.state(),
                sameApplicant,
                elsewhere,
                "ACCEPT".equals(row.acceptance()) || "DEEMED".equals(row.acceptance()),
                judged == null ? null : Verdict.valueOf(judged.judgement()),
                judged == null ? null : judged.reason());
    }
}
