package io.mingjing.review.process;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.Answers;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.PartyView;
import io.mingjing.review.PartyViews;
import io.mingjing.review.ProcedureChoice;
import io.mingjing.review.Reviews;
import io.mingjing.review.TrialPapers;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 听取意见: how and when the parties were heard, or why that was impossible (行政复议法 art. 49). */
@Component
class HearViews implements TaskHandler {

    private static final String PAPERS_ONLY = "PAPERS_ONLY";
    private static final int PERSONS = 200;
    private static final int OFFICERS = 100;
    private static final int REASON = 1000;
    private static final int SUMMARY = 4000;

    private final Reviews reviews;
    private final PartyViews views;
    private final ActDay actDay;

    HearViews(Reviews reviews, PartyViews views, ActDay actDay) {
        this.reviews = reviews;
        this.views = views;
        this.actDay = actDay;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.HEAR_VIEWS;
    }

    /**
     * What the records of the parties say. Under the simplified procedure a review on the papers needs no further reason
     * (art. 54.2).
     */
    @Override
    public Map<String, Object> prefill(TaskContext task) {
        List<PartyView> records = views.recorded(task.file().id()).stream()
                .flatMap(heard -> heard.records().stream())
                .filter(PartyView::counts)
                .toList();
        if (!records.isEmpty()) {
            return summary(task.file().id(), records);
        }
        return ProcedureChoice.SIMPLIFIED.equals(task.file().procedure())
                ? Map.of("method", PAPERS_ONLY, "papersOnlyReason", "适用简易程序，书面审理（行政复议法第五十四条第二款）。")
                : Map.of();
    }

    @Override
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        views.requireHeard(task.file().id());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        views.requireHeard(task.file().id());
        LocalDate heardOn = answers.optionalDate("heardOn");
        reviews.recordViews(
                task.file().id(), answers.text("method"), heardOn == null ? actDay.today() : heardOn, actor);
        return Map.of();
    }

    private Map<String, Object> summary(String caseId, List<PartyView> records) {
        Map<String, Object> values = new HashMap<>();
        List<PartyView> spoken =
                records.stream().filter(record -> record.way().spoken()).toList();
        if (spoken.isEmpty()) {
            values.put("method", PAPERS_ONLY);
            values.put(
                    "papersOnlyReason",
                    shortened(
                            records.stream()
                                    .map(PartyView::ground)
                                    .filter(Objects::nonNull)
                                    .map(TrialPapers::text),
                            "；",
                            REASON));
        } else {
            PartyView.Way way = spoken.get(0).way();
            values.put("method", way == PartyView.Way.HEARING ? PartyView.Way.IN_PERSON.name() : way.name());
            values.put(
                    "heardOn",
                    spoken.stream()
                            .map(PartyView::heardOn)
                            .max(LocalDate::compareTo)
                            .orElseThrow());
            values.put("heardPersons", shortened(spoken.stream().map(PartyView::speaker), "；", PERSONS));
            values.put(
                    "officers",
                    shortened(
                            spoken.stream()
                                    .map(PartyView::officerNames)
                                    .filter(Objects::nonNull)
                                    .flatMap(names -> Stream.of(names.split("、"))),
                            "、",
                            OFFICERS));
        }
        Map<String, String> names = views.recorded(caseId).stream()
                .collect(Collectors.toMap(
                        heard -> heard.party().id(), heard -> heard.party().name()));
        values.put(
                "recordSummary",
                shortened(
                        records.stream().map(record -> names.get(record.partyId()) + "：" + record.body()),
                        "\n",
                        SUMMARY));
        return values;
    }

    private static String shortened(Stream<String> parts, String between, int most) {
        String text = parts.filter(Objects::nonNull).distinct().collect(Collectors.joining(between));
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
