package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.AlertRow;
import io.mingjing.alert.AlertMapper.CaseRow;
import io.mingjing.alert.AlertPolicy.Address;
import io.mingjing.identity.Person;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people what must not be missed: in the application exactly once for each (limit, version, kind, receiver), by
 * mail at least once. All of it is written in the transaction of what it is about; mail leaves after the commit.
 */
@Service
public class Alerts {

    private final AlertMapper mapper;
    private final AlertPolicy policy;
    private final Receivers receivers;
    private final Messages messages;
    private final Outbox outbox;
    private final MailTexts mails;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Alerts(
            AlertMapper mapper,
            AlertPolicy policy,
            Receivers receivers,
            Messages messages,
            Outbox outbox,
            MailTexts mails,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.policy = policy;
        this.receivers = receivers;
        this.messages = messages;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
        this.events = events;
    }

    /** A receiver with all that the policy says of them, should several of its rows reach the same person. */
    private record Delivery(Person person, Relation relation, Way way, Level level, boolean statutory) {

        Delivery and(Address other) {
            return new Delivery(
                    person,
                    relation,
                    way.and(other.way()),
                    level.compareTo(other.level()) >= 0 ? level : other.level(),
                    statutory || other.statutory());
        }
    }

    /**
     * Raises an alert on a limit of a case. Whoever has had it for this version is left alone, so raising twice is raising
     * once.
     *
     * @param rule rule of the limit
     * @param limitDueOn last day of the limit
     * @param on the day on which it had to be said; the log carries it as legal date
     * @return how many people it reached now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int raise(AlertKind kind, String caseId, AlertRef ref, String rule, LocalDate limitDueOn, LocalDate on) {
        CaseRow file = mapper.findCase(caseId)
                .orElseThrow(() -> new IllegalStateException("Alert on an unknown case " + caseId));
        int daysOver = (int) Math.max(0, ChronoUnit.DAYS.between(limitDueOn, on));
        Map<String, Delivery> deliveries = new LinkedHashMap<>();
        for (Address address : policy.of(kind, file.area(), rule, daysOver)) {
            for (Person person : receivers.of(address.relation(), file)) {
                deliveries.merge(
                        person.id(),
                        new Delivery(person, address.relation(), address.way(), address.level(), address.statutory()),
                        (before, again) -> before.and(address));
            }
        }
        Set<String> told = new HashSet<>(mapper.findReceivers(ref.id(), ref.version(), kind));
        List<Delivery> fresh = deliveries.values().stream()
                .filter(delivery -> !told.contains(delivery.person().id()))
                .toList();
        fresh.forEach(delivery -> deliver(delivery, kind, file, ref, rule, limitDueOn, on));
        if (!fresh.isEmpty()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("kind", kind.name());
            facts.put("rule", rule);
            facts.put("limitId", ref.id());
            facts.put("version", ref.version());
            facts.put("due", limitDueOn.toString());
            facts.put("receivers", fresh.size());
            events.publishEvent(
                    Act.of("alert.raised", caseId, Actor.SYSTEM, facts).on(on));
        }
        return fresh.size();
    }

    private void deliver(
            Delivery delivery,
            AlertKind kind,
            CaseRow file,
            AlertRef ref,
            String rule,
            LocalDate limitDueOn,
            LocalDate on) {
        Person person = delivery.person();
        String id = Ids.next();
        mapper.insertAlert(new AlertRow(
                id,
                file.id(),
                ref.id(),
                ref.version(),
                kind,
                person.id(),
                delivery.relation(),
                delivery.way(),
                delivery.level(),
                delivery.statutory(),
                on,
                now(),
                null));
        String email = person.email();
        boolean reachable = email != null && !email.isBlank();
        List<String> args = List.of(rule, limitDueOn.toString());
        // Who has no address is told in the application all the same.
        if (delivery.way().app() || !reachable) {
            messages.put(id, person.id(), file.id(), file.number(), kind, args, delivery.level());
        }
        if (delivery.way().mail() && email != null && reachable) {
            outbox.owe(mails.of(person, email, kind, file.id(), file.number(), args), id, file.id(), on);
        }
    }

    /** Takes back all that was said of a limit: its date has moved. Mail still owed does not leave. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(String refId) {
        withdraw(refId, kind -> true);
    }

    /** Takes back the warnings: what they warned of has been done. That the date had passed stays said. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawWarnings(String refId) {
        withdraw(refId, AlertKind::warns);
    }

    private void withdraw(String refId, Predicate<AlertKind> which) {
        Instant now = now();
        for (AlertMapper.Standing alert : mapper.findStanding(refId)) {
            if (which.test(alert.kind())) {
                mapper.updateWithdrawn(alert.id(), now);
                messages.withdraw(alert.id(), now);
                outbox.withdraw(alert.id());
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
