package io.mingjing.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.alert.AlertMapper.AlertRow;
import io.mingjing.alert.AlertMapper.CaseRow;
import io.mingjing.alert.AlertMapper.DueRow;
import io.mingjing.alert.AlertMapper.Mute;
import io.mingjing.alert.AlertMapper.PersonRow;
import io.mingjing.alert.AlertMapper.Told;
import io.mingjing.alert.AlertPolicy.Address;
import io.mingjing.alert.MessageMapper.MessageRow;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells people, many things at once: whatever the number of alerts, the number of statements depends only on how many
 * rows an insert may carry. All of it belongs to the transaction of the caller, mails owed and entries of the log
 * included.
 */
@Component
class Raising {

    /** Rows of one insert: the packet limit of a database stays far away. */
    static final int CHUNK = 100;

    private final AlertMapper mapper;
    private final MessageMapper messages;
    private final AlertPolicy policy;
    private final Receivers receivers;
    private final MailOwing owing;
    private final ObjectMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Raising(
            AlertMapper mapper,
            MessageMapper messages,
            AlertPolicy policy,
            Receivers receivers,
            MailOwing owing,
            ObjectMapper json,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.messages = messages;
        this.policy = policy;
        this.receivers = receivers;
        this.owing = owing;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /**
     * One alert for one person, with all that the policy says of them, should several of its rows reach the same person.
     */
    record Delivery(
            String id,
            DueRow due,
            CaseRow file,
            PersonRow person,
            Relation relation,
            Way way,
            Level level,
            boolean statutory,
            List<String> args) {

        private Delivery and(Address other) {
            return new Delivery(
                    id,
                    due,
                    file,
                    person,
                    relation,
                    way.and(other.way()),
                    level.compareTo(other.level()) >= 0 ? level : other.level(),
                    statutory || other.statutory(),
                    args);
        }
    }

    /** The cases of these rows, by id. */
    Map<String, CaseRow> casesOf(Collection<DueRow> rows) {
        Set<String> ids = rows.stream().map(DueRow::caseId).collect(Collectors.toCollection(TreeSet::new));
        Map<String, CaseRow> cases = new HashMap<>();
        inParts(ids, mapper::findCases).forEach(row -> cases.put(row.id(), row));
        return cases;
    }

    /** Raises each; whoever has had one already is left alone. Answers how many people were told something. */
    int raise(List<DueRow> rows, Map<String, CaseRow> cases) {
        Map<DueRow, CaseRow> files = new LinkedHashMap<>();
        for (DueRow row : rows) {
            CaseRow file = cases.get(row.caseId());
            if (file != null) {
                files.put(row, file);
            }
        }
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        files.forEach((row, file) -> addresses(row, file).forEach(address -> relations.add(address.relation())));
        Receivers.Circle circle = receivers.around(new LinkedHashSet<>(files.values()), relations);
        List<Delivery> deliveries = new ArrayList<>();
        files.forEach((row, file) -> {
            Map<String, Delivery> ofRow = new LinkedHashMap<>();
            for (Address address : addresses(row, file)) {
                for (PersonRow person : circle.of(address.relation(), file)) {
                    ofRow.merge(
                            person.id(), delivery(row, file, person, address), (first, again) -> first.and(address));
                }
            }
            deliveries.addAll(ofRow.values());
        });
        return tell(deliveries);
    }

    /** Raises something for people who are named outright, in the way the policy has for {@code URGED}. */
    int raiseFor(List<PersonRow> people, DueRow row, CaseRow file) {
        Set<String> recused = mapper.findRecused(Set.of(file.id())).stream()
                .map(AlertMapper.Tie::otherId)
                .collect(Collectors.toSet());
        return tell(addresses(row, file).stream()
                .filter(address -> address.relation() == Relation.URGED)
                .flatMap(address -> people.stream()
                        .filter(person -> !recused.contains(person.id()))
                        .map(person -> delivery(row, file, person, address)))
                .toList());
    }

    private List<Address> addresses(DueRow row, CaseRow file) {
        return policy.of(row.kind(), file.area(), row.rule()).stream()
                .filter(address -> address.after() == row.afterDays())
                .toList();
    }

    private static Delivery delivery(DueRow row, CaseRow file, PersonRow person, Address address) {
        return new Delivery(
                Ids.next(),
                row,
                file,
                person,
                address.relation(),
                address.way(),
                address.level(),
                address.statutory(),
                List.of(row.rule(), row.limitDueOn().toString(), row.subject(), String.valueOf(row.afterDays())));
    }

    private int tell(List<Delivery> all) {
        if (all.isEmpty()) {
            return 0;
        }
        Set<String> refs = all.stream().map(one -> one.due().refId()).collect(Collectors.toCollection(TreeSet::new));
        Set<Told> told = new HashSet<>(inParts(refs, mapper::findTold));
        List<Delivery> fresh = all.stream()
                .filter(one -> !told.contains(new Told(
                        one.due().refId(),
                        one.due().refVersion(),
                        one.due().kind(),
                        one.person().id())))
                .toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        Set<Mute> mutes = new HashSet<>(mapper.findMutes(
                fresh.stream().map(one -> one.person().id()).collect(Collectors.toCollection(TreeSet::new))));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> mailOf =
                owing.owe(fresh.stream().filter(one -> mailed(one, mutes)).toList());
        List<AlertRow> alerts = new ArrayList<>(fresh.size());
        List<MessageRow> shown = new ArrayList<>(fresh.size());
        for (Delivery one : fresh) {
            String args = written(one.args());
            alerts.add(row(one, args, mailOf.get(one.id()), now));
            if (shown(one, mutes)) {
                shown.add(MessageRow.of(
                        one.id(), one.person().id(), one.file(), one.due().kind(), args, one.level(), now));
            }
        }
        chunks(alerts).forEach(mapper::insertAlerts);
        chunks(shown).forEach(messages::insert);
        log(fresh);
        return fresh.size();
    }

    private static boolean mailed(Delivery one, Set<Mute> mutes) {
        return one.way().mail()
                && hasAddress(one.person())
                && (one.statutory() || !mutes.contains(mute(one, Way.MAIL)));
    }

    /** Who has no address, or does not want the mail, is told in the application all the same. */
    private static boolean shown(Delivery one, Set<Mute> mutes) {
        boolean wanted = one.way().app() || !hasAddress(one.person());
        return wanted && (one.statutory() || !mutes.contains(mute(one, Way.APP)));
    }

    private static Mute mute(Delivery one, Way way) {
        return new Mute(one.person().id(), one.due().kind(), way);
    }

    private static boolean hasAddress(PersonRow person) {
        String email = person.email();
        return email != null && !email.isBlank();
    }

    private static AlertRow row(Delivery one, String args, @Nullable String mailId, Instant now) {
        DueRow due = one.due();
        return new AlertRow(
                one.id(),
                due.caseId(),
                due.refId(),
                due.refVersion(),
                due.kind(),
                due.afterDays(),
                one.person().id(),
                one.relation(),
                one.way(),
                one.level(),
                one.statutory(),
                args,
                mailId,
                due.dueOn(),
                now);
    }

    /** One entry for each thing that was said, in the stream of its case. */
    private void log(List<Delivery> fresh) {
        Map<DueRow, Long> counts =
                fresh.stream().collect(Collectors.groupingBy(Delivery::due, LinkedHashMap::new, Collectors.counting()));
        counts.forEach((due, receiversOf) -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("kind", due.kind().name());
            facts.put("rule", due.rule());
            facts.put("limitId", due.refId());
            facts.put("version", due.refVersion());
            facts.put("due", due.limitDueOn().toString());
            facts.put("step", due.afterDays());
            facts.put("receivers", receiversOf);
            LocalDate on = due.dueOn();
            events.publishEvent(
                    Act.of("alert.raised", due.caseId(), Actor.SYSTEM, facts).on(on));
        });
    }

    /** Asks for many in parts, since H2 compares each row it finds with every id that was asked for. */
    static <T> List<T> inParts(Collection<String> ids, Function<List<String>, List<T>> ask) {
        return chunks(List.copyOf(ids)).stream()
                .flatMap(part -> ask.apply(part).stream())
                .toList();
    }

    static <T> List<List<T>> chunks(List<T> rows) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            chunks.add(rows.subList(from, Math.min(rows.size(), from + CHUNK)));
        }
        return chunks;
    }

    private String written(List<String> args) {
        try {
            return json.writeValueAsString(args);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
