package io.mingjing.web.demo;

import io.mingjing.casefile.Intakes;
import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.document.ServiceMethod;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.review.NewPartyView;
import io.mingjing.review.PartyView;
import io.mingjing.review.PartyViews;
import io.mingjing.review.ReviewStaff;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.Worklist;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Does what the people of the demo city do at their desks, through the same services and under the same rules. */
@Component
@ConditionalOnProperty("mingjing.demo")
class DemoOffice {

    private final People people;
    private final Worklist worklist;
    private final Letters letters;
    private final Attachments attachments;
    private final Intakes intakes;
    private final PartyViews views;
    private final ReviewStaff staff;
    private final Timekeeper time;
    private final Clock clock;

    DemoOffice(
            People people,
            Worklist worklist,
            Letters letters,
            Attachments attachments,
            Intakes intakes,
            PartyViews views,
            ReviewStaff staff,
            Timekeeper time,
            Clock clock) {
        this.people = people;
        this.worklist = worklist;
        this.letters = letters;
        this.attachments = attachments;
        this.intakes = intakes;
        this.views = views;
        this.staff = staff;
        this.time = time;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Goes to 09:30 of that day, living through what falls due on the way; a day gone by stays where it is. */
    void goTo(LocalDate day) {
        var goal = day.atTime(LocalTime.of(9, 30)).atZone(Timekeeper.ZONE).toInstant();
        if (goal.isAfter(clock.instant())) {
            time.advanceTo(goal);
        }
    }

    String start(String login, String processKey, Map<String, Object> values) {
        return intakes.start(processKey, texts(values), null, actor(login)).id();
    }

    /** Takes the task of that kind in that case and completes it. */
    void complete(String login, String caseId, String taskKey, Map<String, Object> values) {
        Actor actor = actor(login);
        TaskItem task = task(caseId, taskKey);
        if (!task.heldBy(actor.userId())) {
            worklist.claim(task.id(), actor);
        }
        worklist.complete(task.id(), texts(values), actor);
    }

    /** Hears every party that was not heard yet, in person and with a signed record. */
    void hear(String login, String caseId, LocalDate on, String summary) {
        Actor actor = actor(login);
        List<String> officers =
                staff.of(caseId).stream().map(Person::name).limit(2).toList();
        for (PartyViews.Heard heard : views.of(caseId, actor)) {
            if (heard.due() && !heard.settled()) {
                views.record(
                        caseId,
                        new NewPartyView(
                                heard.party().id(),
                                PartyView.Way.IN_PERSON,
                                null,
                                on,
                                null,
                                heard.party().name(),
                                officers,
                                summary,
                                true,
                                null),
                        actor);
            }
        }
    }

    /** Claims without completing, so that the task is somebody's. */
    void claim(String login, String caseId, String taskKey) {
        worklist.claim(task(caseId, taskKey).id(), actor(login));
    }

    /** Serves every issued letter of that type on each of its recipients today. */
    void serve(String login, String caseId, String type) {
        Actor actor = actor(login);
        Letter letter = letters.current(caseId, type).orElseThrow();
        for (Recipient recipient : letters.recipients(letter.id())) {
            letters.serve(letter.id(), recipient.partyId(), ServiceMethod.DIRECT, today(), null, null, actor);
        }
    }

    /** Attaches a one-page PDF to the task. */
    void attach(String login, String caseId, String taskKey, String label, String fileName) {
        TaskItem task = task(caseId, taskKey);
        attachments.store(
                caseId,
                task.id(),
                label,
                FilePart.MAIN,
                fileName,
                new ByteArrayInputStream(DemoPdf.page(label)),
                actor(login));
    }

    private TaskItem task(String caseId, String taskKey) {
        return worklist.openOfCase(caseId).stream()
                .filter(task -> task.definitionKey().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("TASK_GONE"));
    }

    Actor actor(String login) {
        return people.actor(people.findByLogin(login).orElseThrow().id());
    }

    String organOf(String login) {
        return people.findByLogin(login).orElseThrow().organId();
    }

    /** A form posts text; dates and numbers travel as it. */
    private static Map<String, Object> texts(Map<String, Object> values) {
        Map<String, Object> texts = new HashMap<>();
        values.forEach((key, value) ->
                texts.put(key, value instanceof List<?> || value instanceof Boolean ? value : value.toString()));
        return texts;
    }
}
