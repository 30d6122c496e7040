package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.Mute;
import io.mingjing.alert.PolicyRows.Reach;
import io.mingjing.alert.PreferenceMapper.HabitRow;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * By which ways each person wants to hear of which kind of alert, and when mail may come. What the law makes somebody's
 * duty cannot be switched off.
 */
@Service
public class Preferences {

    private final PreferenceMapper mapper;
    private final Habits habits;
    private final PolicyRows policy;
    private final ApplicationEventPublisher events;

    Preferences(PreferenceMapper mapper, Habits habits, PolicyRows policy, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.habits = habits;
        this.policy = policy;
        this.events = events;
    }

    /** A way in which a person may be told. */
    public enum Channel {
        /** The message centre. */
        APP,
        MAIL
    }

    /**
     * One way of one kind of alert, as it stands for a person.
     *
     * @param offered whether the policy uses this way for this person at all
     * @param statutory whether it cannot be switched off
     */
    public record Choice(AlertKind kind, Channel channel, boolean offered, boolean statutory, boolean on) {}

    /** All kinds that can reach the actor, each with its two ways. */
    @Transactional(readOnly = true)
    public List<Choice> choices(Actor actor) {
        Set<Mute> mutes = new HashSet<>(mapper.findMutes(actor.userId()));
        List<Choice> choices = new ArrayList<>();
        for (AlertKind kind : AlertKind.values()) {
            List<Reach> own = own(kind, actor);
            if (!own.isEmpty()) {
                choices.add(choice(kind, Channel.APP, own, mutes, actor));
                choices.add(choice(kind, Channel.MAIL, own, mutes, actor));
            }
        }
        return choices;
    }

    private static Choice choice(AlertKind kind, Channel channel, List<Reach> own, Set<Mute> mutes, Actor actor) {
        List<Reach> by = own.stream().filter(one -> uses(one.way(), channel)).toList();
        boolean statutory = by.stream().anyMatch(Reach::statutory);
        boolean muted = mutes.contains(new Mute(actor.userId(), kind, way(channel)));
        return new Choice(kind, channel, !by.isEmpty(), statutory, !by.isEmpty() && (statutory || !muted));
    }

    /** When mail may reach the actor. */
    @Transactional(readOnly = true)
    public Habit habit(Actor actor) {
        return habits.of(actor.userId());
    }

    /** A way of a kind that is to be switched off. */
    public record Off(AlertKind kind, Channel channel) {}

    /**
     * Sets all of the actor's preferences. Refused: {@code ALERT_STATUTORY} for what the law makes the actor's duty.
     *
     * @param off what is not wanted; everything else is
     */
    @Transactional
    public void set(Set<Off> off, Habit habit, Actor actor) {
        for (Choice choice : choices(actor)) {
            if (choice.statutory() && off.contains(new Off(choice.kind(), choice.channel()))) {
                throw Refusal.invalid("ALERT_STATUTORY");
            }
        }
        mapper.deleteMutes(actor.userId());
        off.forEach(one -> mapper.insertMute(new Mute(actor.userId(), one.kind(), way(one.channel()))));
        mapper.deleteHabit(actor.userId());
        mapper.insertHabit(new HabitRow(
                actor.userId(),
                habit.quietFrom().toString(),
                habit.quietTo().toString(),
                habit.workingDaysOnly(),
                habit.morning(),
                habit.weekly()));
        events.publishEvent(Act.of(
                "alert.preferencesSet",
                null,
                actor,
                Map.of(
                        "off",
                        off.stream()
                                .map(one -> one.kind() + "/" + one.channel())
                                .sorted()
                                .toList())));
    }

    private List<Reach> own(AlertKind kind, Actor actor) {
        Set<Relation> relations = relations(actor.roles());
        return policy.rows().stream()
                .filter(one -> one.kind() == kind && relations.contains(one.relation()))
                .toList();
    }

    private static Set<Relation> relations(Set<Role> roles) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        for (Role role : roles) {
            switch (role) {
                case REVIEW_OFFICER, FILING_OFFICER, LITIGATION_OFFICER, LEGAL_ADVISER, INTAKE_CLERK ->
                    relations.addAll(Set.of(Relation.HANDLER, Relation.URGED));
                case UNIT_HEAD ->
                    relations.addAll(Set.of(Relation.UNIT_HEAD, Relation.HANDLER, Relation.ORGAN_HEAD, Relation.URGED));
                case SUPERVISOR -> relations.addAll(Set.of(Relation.SUPERVISOR, Relation.HANDLER, Relation.URGED));
                case ORGAN_CONTACT -> relations.addAll(Set.of(Relation.ORGAN_CONTACT, Relation.URGED));
                case ORGAN_HEAD -> relations.addAll(Set.of(Relation.LEADER, Relation.ORGAN_HEAD, Relation.URGED));
                case GOV_OFFICE -> relations.add(Relation.URGED);
                case ADMIN -> relations.add(Relation.ADMIN);
                case ORGAN_STAFF, AUDITOR -> {}
            }
        }
        return relations;
    }

    private static boolean uses(Way way, Channel channel) {
        return channel == Channel.APP ? way.app() : way.mail();
    }

    private static Way way(Channel channel) {
        return channel == Channel.APP ? Way.APP : Way.MAIL;
    }
}
