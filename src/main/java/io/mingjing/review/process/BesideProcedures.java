package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Procedure;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.engine.Processes;
import io.mingjing.review.CommitteeConsultations;
import io.mingjing.review.FollowUps;
import io.mingjing.review.Hearings;
import io.mingjing.review.Mediations;
import io.mingjing.review.Publications;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.review.SuperiorCopies;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.time.DayUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The procedures beside a review and after its decision, each with a model of its own. */
@Configuration(proxyBeanMethods = false)
class BesideProcedures {

    /** 行政复议法 art. 42, as the letter says it. */
    private static final Map<String, String> STAY_GROUNDS = Map.of(
            "RESPONDENT", "被申请人认为需要停止执行",
            "ORGAN", "本机关认为需要停止执行",
            "REQUESTED", "申请停止执行的要求合理",
            "LAW", "法律、法规、规章规定停止执行");

    private static final Map<String, String> UNPERFORMED = Map.of(
            "DECISION", "行政复议决定书",
            "MEDIATION", "行政复议调解书",
            "OPINION", "行政复议意见书");

    private final FollowUpDesk desk;
    private final FollowUps followUps;
    private final Letters letters;

    BesideProcedures(FollowUpDesk desk, FollowUps followUps, Letters letters) {
        this.desk = desk;
        this.followUps = followUps;
        this.letters = letters;
    }

    @Bean
    Procedure stayOfExecution(Reviews reviews, Processes processes) {
        String key = StayOfExecutionProcess.PROCESS;
        return BesideStart.of(
                key,
                (file, actor) -> actor.has(Role.REVIEW_OFFICER)
                        && BesideStart.underReview(file, reviews)
                        && !processes.running(key, file.id()),
                (file, answers, actor) -> {
                    String ground = answers.text("stayGround");
                    String text = Objects.requireNonNull(STAY_GROUNDS.get(ground));
                    String who = answers.optionalText("stayRequestedBy");
                    String provision = answers.optionalText("stayProvision");
                    desk.draft(
                            file,
                            "stay-decision",
                            answers.values(),
                            Map.of(
                                    "stayGroundText",
                                    (who == null ? "" : who) + text + (provision == null ? "" : "（" + provision + "）")),
                            actor);
                    followUps.record(file.id(), "STAY_PROPOSED", ground, answers.text("stayReason"), actor);
                    return Map.of();
                });
    }

    /** 提出听证意见: an officer or the head of the unit proposes a hearing (行政复议法 art. 50). */
    @Bean
    Procedure hearingStart(Hearings hearings, Reviews reviews) {
        return BesideStart.of(
                HearingProcess.PROCESS,
                (file, actor) -> actor.hasAny(Role.REVIEW_OFFICER, Role.UNIT_HEAD)
                        && BesideStart.underReview(file, reviews)
                        && hearings.current(file.id()).isEmpty(),
                (file, answers, actor) -> {
                    hearings.propose(file.id(), answers.codes("hearingGrounds"), answers.text("hearingReason"), actor);
                    return Map.of();
                });
    }

    /** 提请咨询: one of them asks for the opinion of the review committee (行政复议法 art. 52). */
    @Bean
    Procedure committeeStart(CommitteeConsultations consultations, Reviews reviews) {
        return BesideStart.of(
                CommitteeProcess.PROCESS,
                (file, actor) -> actor.hasAny(Role.REVIEW_OFFICER, Role.UNIT_HEAD)
                        && BesideStart.underReview(file, reviews)
                        && consultations.current(file.id()).isEmpty(),
                (file, answers, actor) -> {
                    consultations.propose(
                            file.id(),
                            answers.codes("consultationGrounds"),
                            answers.text("consultationQuestions"),
                            answers.text("consultationDocuments"),
                            actor);
                    return Map.of();
                });
    }

    @Bean
    Procedure mediationBeside(Reviews reviews, Mediations mediations, Processes processes) {
        String key = MediationProcess.PROCESS;
        return BesideStart.of(
                        key,
                        (file, actor) -> pending(file, actor)
                                && undecided(reviews.find(file.id()))
                                && !processes.running(key, file.id()),
                        (file, answers, actor) -> {
                            mediations.begin(file.id(), answers.text("proposedBy"), actor);
                            return Map.of();
                        })
                .checking((file, answers) -> {
                    mediations.check(
                            file.id(),
                            answers.ticked("applicantAgrees"),
                            answers.ticked("respondentAgrees"),
                            "YES".equals(answers.optionalText("pausing")));
                    return List.of();
                });
    }

    @Bean
    Procedure decisionCorrection() {
        return after(
                DecisionCorrectionProcess.PROCESS,
                (file, answers, actor) -> desk.draft(
                        file,
                        "decision-correction",
                        answers.values(),
                        Map.of(
                                "decisionNumber",
                                closing(file).map(Letter::number).findFirst().orElse("")),
                        actor));
    }

    @Bean
    Procedure reviewOpinion() {
        return after(
                ReviewOpinionProcess.PROCESS,
                (file, answers, actor) -> desk.draft(file, "opinion-letter", answers.values(), Map.of(), actor));
    }

    @Bean
    Procedure reviewAdvice() {
        return after(
                ReviewAdviceProcess.PROCESS,
                (file, answers, actor) ->
                        desk.draftTo(file, "advice-letter", answers.text("addressee"), answers.values(), actor));
    }

    @Bean
    Procedure performanceOrder() {
        return after(PerformanceOrderProcess.PROCESS, (file, answers, actor) -> {
            DayUnit unit = DayUnit.valueOf(answers.text("orderUnit"));
            int length = answers.wholeNumber("orderLength");
            followUps.orderPerformance(file.id(), length, unit, actor);
            desk.draft(
                    file,
                    "performance-order",
                    answers.values(),
                    Map.of(
                            "performedPaper",
                            Objects.requireNonNull(UNPERFORMED.get(answers.text("performed"))),
                            "orderedPeriod",
                            length + (unit == DayUnit.WORKING_DAY ? "个工作日" : "日")),
                    actor);
        });
    }

    /** To the superior authority of a department of this government that was the respondent (行政复议法 art. 79.2). */
    @Bean
    Procedure superiorCopy(SuperiorCopies copies) {
        String key = SuperiorCopyProcess.PROCESS;
        return BesideStart.of(
                        key,
                        (file, actor) -> desk.offeredAfterwards(file, key, actor) && copies.due(file),
                        (file, answers, actor) -> {
                            desk.draftTo(file, "superior-copy", answers.text("addressee"), answers.values(), actor);
                            return new HashMap<>();
                        })
                .checking((file, answers) -> {
                    copies.requireSuperior(file, answers.text("addressee"));
                    return List.of();
                })
                .beginningWith(file -> Map.of("copiedPapers", String.join("\n", papers(file))));
    }

    @Bean
    Procedure complianceInterview() {
        return after(
                ComplianceInterviewProcess.PROCESS,
                (file, answers, actor) -> desk.draft(file, "interview-notice", answers.values(), Map.of(), actor));
    }

    @Bean
    Procedure misconductTransfer() {
        return after(
                MisconductTransferProcess.PROCESS,
                (file, answers, actor) ->
                        desk.draftTo(file, "misconduct-transfer", answers.text("addressee"), answers.values(), actor));
    }

    @Bean
    Procedure decisionPublication(Publications publications) {
        return after(
                        DecisionPublicationProcess.PROCESS,
                        (file, answers, actor) -> publications.propose(
                                file.id(), answers.text("publicTitle"), answers.text("publicText"), actor))
                .beginningWith(file -> Map.of(
                        "publicTitle",
                        "行政复议决定书（" + file.number() + "）",
                        "publicText",
                        publications.proposal(file.id())));
    }

    @Bean
    Procedure suitAfterReview() {
        return BesideStart.of(
                        SuitAfterReviewProcess.PROCESS,
                        (file, actor) -> desk.offeredForSuit(file, SuitAfterReviewProcess.PROCESS, actor),
                        (file, answers, actor) -> {
                            followUps.sue(
                                    file.id(),
                                    answers.text("plaintiff"),
                                    answers.text("court"),
                                    answers.date("filedOn"),
                                    answers.optionalText("courtCaseNo"),
                                    actor);
                            return new HashMap<>();
                        })
                .checking((file, answers) -> {
                    FollowUps.Reached reached =
                            followUps.plaintiff(file.id(), answers.text("plaintiff"), answers.date("filedOn"));
                    return List.of(Consequence.of("sueUntil", Objects.requireNonNull(reached.sueUntil())));
                });
    }

    /** What a procedure after the decision begins with. */
    private interface Begins {
        void with(CaseFile file, Answers answers, Actor actor);
    }

    private BesideStart after(String key, Begins begins) {
        return BesideStart.of(
                key, (file, actor) -> desk.offeredAfterwards(file, key, actor), (file, answers, actor) -> {
                    begins.with(file, answers, actor);
                    return new HashMap<>();
                });
    }

    private static boolean pending(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW && file.state() == CaseState.OPEN && actor.has(Role.REVIEW_OFFICER);
    }

    private static boolean undecided(Optional<ReviewCase> found) {
        return found.filter(review -> review.decidedOn() == null).isPresent();
    }

    private Stream<Letter> closing(CaseFile file) {
        return Stream.of("decision", Mediations.LETTER)
                .flatMap(type -> letters.current(file.id(), type).stream())
                .filter(Letter::issued);
    }

    private List<String> papers(CaseFile file) {
        List<String> papers = new ArrayList<>();
        Stream.concat(closing(file), letters.current(file.id(), "opinion-letter").stream())
                .filter(Letter::issued)
                .forEach(letter -> papers.add(letter.title() + "（" + letter.number() + "）"));
        return papers;
    }
}
