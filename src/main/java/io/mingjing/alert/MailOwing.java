package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.PersonRow;
import io.mingjing.alert.Raising.Delivery;
import io.mingjing.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Owes the mails of alerts, in the transaction that raises them. A person gets so many alerts of a day in mails of their
 * own ({@code mingjing.mail.single-a-day}); what comes beyond is gathered into one mail that is written when nothing more
 * has come for a while ({@code mingjing.mail.gather}), so that a hundred thousand lights turning red at midnight do not
 * bury anybody. The message centre keeps each.
 */
@Component
class MailOwing {

    private final MailMapper mapper;
    private final MailTexts texts;
    private final Habits habits;
    private final MailSettings settings;
    private final RealTime time;
    private final Clock clock;

    MailOwing(MailMapper mapper, MailTexts texts, Habits habits, MailSettings settings, RealTime time, Clock clock) {
        this.mapper = mapper;
        this.texts = texts;
        this.habits = habits;
        this.settings = settings;
        this.time = time;
        this.clock = clock;
    }

    /** How many mails of that day a person was given singly. */
    record Singles(String receiver, int number) {}

    /** A mail into which alerts are still being gathered. */
    record Open(String id, String receiver) {}

    /** Answers in which mail each delivery travels. */
    Map<String, String> owe(List<Delivery> deliveries) {
        Map<String, String> mailOf = new HashMap<>();
        if (deliveries.isEmpty()) {
            return mailOf;
        }
        Map<String, List<Delivery>> byReceiver = deliveries.stream()
                .collect(Collectors.groupingBy(one -> one.person().id(), LinkedHashMap::new, Collectors.toList()));
        Collection<String> people = new TreeSet<>(byReceiver.keySet());
        LocalDate today = LocalDate.now(clock);
        Map<String, String> open = mapper.lockOpen(people).stream().collect(Collectors.toMap(Open::receiver, Open::id));
        Map<String, Integer> singles = mapper.countSingles(people, today).stream()
                .collect(Collectors.toMap(Singles::receiver, Singles::number));
        Map<String, Habit> habitOf = habits.of(people);
        List<MailRow> rows = new ArrayList<>();
        byReceiver.forEach((receiver, all) -> {
            Habit habit = habitOf.getOrDefault(receiver, Habit.STANDARD);
            int room = open.containsKey(receiver) ? 0 : settings.singleADay() - singles.getOrDefault(receiver, 0);
            if (all.size() <= room) {
                for (Delivery one : all) {
                    MailRow row = single(one, habit, today);
                    rows.add(row);
                    mailOf.put(one.id(), row.id());
                }
                return;
            }
            @Nullable Instant notBefore = earliest(all, habit);
            String mail = open.get(receiver);
            if (mail == null) {
                MailRow row = gathering(all.get(0), notBefore, today);
                rows.add(row);
                mail = row.id();
            } else if (notBefore == null) {
                mapper.updateGatheredAtOnce(mail, time.now().plus(settings.gather()));
            } else {
                mapper.updateGathered(mail, time.now().plus(settings.gather()), notBefore);
            }
            for (Delivery one : all) {
                mailOf.put(one.id(), mail);
            }
        });
        Raising.chunks(rows).forEach(mapper::insertAll);
        return mailOf;
    }

    private MailRow single(Delivery one, Habit habit, LocalDate today) {
        PersonRow person = one.person();
        Mail mail = texts.of(
                person.name(),
                person.email() == null ? "" : person.email(),
                person.locale(),
                one.due().kind(),
                one.file().id(),
                one.file().number(),
                one.args());
        Instant now = time.now();
        return MailRow.owed(Ids.next(), settings.domain(), mail, now, one.due().dueOn())
                .about(one.id(), one.file().id())
                .to(person.id(), today, notBefore(one, habit), null);
    }

    /** A mail without words: they are found when it is closed. */
    private MailRow gathering(Delivery first, @Nullable Instant notBefore, LocalDate today) {
        PersonRow person = first.person();
        Mail blank = new Mail(person.email() == null ? "" : person.email(), person.name(), "", "", "");
        return MailRow.owed(
                        Ids.next(),
                        settings.domain(),
                        blank,
                        time.now(),
                        first.due().dueOn())
                .at(time.now().plus(settings.gather()))
                .to(person.id(), today, notBefore, person.id());
    }

    private @Nullable Instant earliest(List<Delivery> all, Habit habit) {
        Instant earliest = null;
        for (Delivery one : all) {
            Instant at = notBefore(one, habit);
            if (at == null) {
                return null;
            }
            earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
        }
        return earliest;
    }

    private @Nullable Instant notBefore(Delivery one, Habit habit) {
        return one.due().kind().red() ? null : habits.earliest(habit);
    }
}
