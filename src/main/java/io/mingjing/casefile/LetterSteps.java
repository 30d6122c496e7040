package io.mingjing.casefile;

import io.mingjing.document.Approval;
import io.mingjing.document.Issuer;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterState;
import io.mingjing.document.Letters;
import io.mingjing.document.ServiceRecord;
import io.mingjing.engine.Field;
import io.mingjing.engine.Form;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What completing a task does to letters, as the task's properties say: {@code letters} names the types, {@code letterAct}
 * is draft, approve, issue or serve, {@code level} the level of an approval.
 */
@Component
class LetterSteps {

    static final String RESULT = "result";
    private static final String RETURN = "RETURN";

    private final CaseLetters caseLetters;
    private final Letters letters;
    private final Organs organs;
    private final ActDay actDay;

    LetterSteps(CaseLetters caseLetters, Letters letters, Organs organs, ActDay actDay) {
        this.caseLetters = caseLetters;
        this.letters = letters;
        this.organs = organs;
        this.actDay = actDay;
    }

    void complete(TaskContext task, Form form, Map<String, Object> values, Actor actor) {
        String caseId = task.file().id();
        for (String type : types(task)) {
            switch (act(task)) {
                case "draft" -> caseLetters.draft(caseId, type, letterFields(form, values), actor);
                case "approve" -> approve(caseLetters.current(caseId, type), task, values, actor);
                case "issue" -> issue(caseLetters.current(caseId, type), task, values, actor);
                case "serve" -> requireServed(caseLetters.current(caseId, type));
                default -> {}
            }
        }
    }

    List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        List<Consequence> consequences = new ArrayList<>();
        for (String type : types(task)) {
            String title = caseLetters.type(type).title();
            switch (act(task)) {
                case "draft" -> consequences.add(Consequence.of("letterDrafted", title));
                case "approve" ->
                    consequences.add(Consequence.of(
                            RETURN.equals(values.get(RESULT)) ? "letterReturned" : "letterApproved", title));
                case "issue" -> consequences.add(Consequence.of("letterIssued", title, today()));
                case "serve" -> consequences.add(Consequence.of("letterServed", title));
                default -> {}
            }
        }
        return consequences;
    }

    boolean approves(TaskContext task) {
        return act(task).equals("approve");
    }

    /** Whether a task with these properties is the approval of such a letter by that level. */
    boolean approves(Map<String, String> properties, String type, String level) {
        return "approve".equals(properties.get("letterAct"))
                && level.equals(properties.get("level"))
                && types(properties).contains(type);
    }

    /** The agreements of an approval task's level, one for each of its letters; empty while one is missing. */
    List<Approval> agreements(String caseId, Map<String, String> properties) {
        List<Approval> agreed = new ArrayList<>();
        for (String type : types(properties)) {
            Optional<Approval> one = letters.current(caseId, type).stream()
                    .flatMap(letter -> letters.approvals(letter.id()).stream())
                    .filter(approval ->
                            approval.effective() && approval.level().name().equals(properties.get("level")))
                    .findFirst();
            if (one.isEmpty()) {
                return List.of();
            }
            agreed.add(one.get());
        }
        return agreed;
    }

    /** Values of the fields that the form marks for the letter, by the letter's names. */
    static Map<String, Object> letterFields(Form form, Map<String, Object> values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            String name = field.properties().get("letterField");
            Object value = values.get(field.key());
            if (name != null && value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private void approve(Letter letter, TaskContext task, Map<String, Object> values, Actor actor) {
        Role level = Role.valueOf(task.properties().getOrDefault("level", ""));
        String opinion = text(values, "opinion");
        if (RETURN.equals(values.get(RESULT))) {
            letters.sendBack(letter.id(), level, opinion, actor);
        } else if (!approvedBefore(letter, level)) {
            letters.approve(letter.id(), level, opinion, actor);
        }
    }

    /** The level may have agreed on paper already 线下审批补录. */
    private boolean approvedBefore(Letter letter, Role level) {
        if (letter.state() == LetterState.APPROVED || letter.issued()) {
            return true;
        }
        int own = letter.levels().indexOf(level);
        return letters.nextLevel(letter.id())
                .map(next -> own >= 0 && own < letter.levels().indexOf(next))
                .orElse(false);
    }

    private void issue(Letter letter, TaskContext task, Map<String, Object> values, Actor actor) {
        if (!letter.issued()) {
            letters.issue(letter.id(), today(), actor);
        }
        if (values.get("copies") instanceof Number copies) {
            CaseFile file = task.file();
            boolean unit = caseLetters.type(letter.type()).issuer() == Issuer.UNIT;
            String seal = organs.get(unit ? file.unitId() : file.governmentId()).name();
            String keeper = text(values, "sealKeeper");
            letters.seal(letter.id(), seal, copies.intValue(), keeper.isBlank() ? actor.name() : keeper, null, actor);
        }
    }

    private void requireServed(Letter letter) {
        if (letters.allServed(letter.id())) {
            return;
        }
        Set<String> served = letters.services(letter.id()).stream()
                .map(ServiceRecord::recipientId)
                .collect(Collectors.toSet());
        String missing = letters.recipients(letter.id()).stream()
                .filter(recipient -> !served.contains(recipient.partyId()))
                .map(recipient -> recipient.name())
                .collect(Collectors.joining("、"));
        throw Refusal.conflict(
                "NOT_ALL_SERVED",
                letter.title(),
                missing,
                caseLetters.type(letter.type()).basis());
    }

    private static String text(Map<String, Object> values, String key) {
        return values.get(key) instanceof String text ? text.strip() : "";
    }

    private static String act(TaskContext task) {
        return task.properties().getOrDefault("letterAct", "");
    }

    private static List<String> types(TaskContext task) {
        return types(task.properties());
    }

    private static List<String> types(Map<String, String> properties) {
        return Arrays.stream(properties.getOrDefault("letters", "").split(","))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .toList();
    }

    private LocalDate today() {
        return actDay.today();
    }
}
