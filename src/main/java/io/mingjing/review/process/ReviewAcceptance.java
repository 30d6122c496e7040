package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterTypes;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 受理审查: the officer's proposal. Which letters are drafted depends on it. */
@Component
class ReviewAcceptance implements TaskHandler {

    private static final Map<String, List<String>> LETTERS = Map.of(
            "ACCEPT", List.of("acceptance-notice", "reply-notice"),
            "CORRECT", List.of("correction-notice"),
            "REFUSE", List.of("refusal"));

    private final Reviews reviews;
    private final CaseLetters letters;
    private final LetterTypes types;
    private final Parties parties;

    ReviewAcceptance(Reviews reviews, CaseLetters letters, LetterTypes types, Parties parties) {
        this.reviews = reviews;
        this.letters = letters;
        this.types = types;
        this.parties = parties;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.REVIEW_ACCEPTANCE;
    }

    @Override
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        String acceptance = String.valueOf(values.get("acceptance"));
        List<Consequence> consequences = new ArrayList<>();
        for (Letter stale : letters.inHand(task.file().id(), lettersBut(acceptance))) {
            consequences.add(Consequence.of("letterSuperseded", stale.title()));
        }
        for (String type : LETTERS.getOrDefault(acceptance, List.of())) {
            consequences.add(Consequence.of("letterDrafted", types.get(type).title()));
        }
        return consequences;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String acceptance = String.valueOf(values.get("acceptance"));
        requireConditions(acceptance, values);
        if (acceptance.equals("ACCEPT")) {
            parties.requireRepresentatives(task.file().id());
        }
        reviews.propose(task.file().id(), acceptance, answers.optionalText("refusalGround"), actor);
        letters.supersede(task.file().id(), lettersBut(acceptance), actor);
        for (String type : LETTERS.getOrDefault(acceptance, List.of())) {
            letters.draft(task.file().id(), type, values, actor);
        }
        return Map.of();
    }

    /** The letters of every other outcome; all of them where the outcome is none that an officer proposes. */
    static List<String> lettersBut(String acceptance) {
        return LETTERS.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(acceptance))
                .flatMap(entry -> entry.getValue().stream())
                .sorted()
                .toList();
    }

    /** Acceptance needs all seven conditions (行政复议法 art. 30.1). */
    private static void requireConditions(String acceptance, Map<String, Object> values) {
        if (acceptance.equals("ACCEPT") && !(values.get("conditions") instanceof List<?> met && met.size() == 7)) {
            throw Refusal.fields(List.of(FieldError.of("conditions", "CONDITIONS_INCOMPLETE")));
        }
    }
}
