package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.LimitOrder;
import io.mingjing.casefile.LimitOrders;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.LocalLimits;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.time.Explanations;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the tab of the limits shows of a case's own: orders that stand, and the local limits of its organ. */
@Component
class OwnLimitsPart {

    /** Something to choose, or to act on. */
    record Choice(String id, String text) {}

    /** An order that stands. */
    record Order(String meaning, String what, String document, String by) {}

    /**
     * @param orderable running limits that an order may change
     * @param rules local limits that may be started
     * @param running local limits that run
     * @param setByDocument whether one of the rules has no length of its own
     */
    record Own(
            boolean mayOrder,
            boolean mayStart,
            List<Order> orders,
            List<Choice> orderable,
            List<Choice> rules,
            List<Choice> running,
            boolean setByDocument) {}

    private final CaseLimits limits;
    private final LimitOrders orders;
    private final LocalLimits locals;
    private final Handlers handlers;
    private final TimeLimits time;
    private final Explanations explanations;
    private final MessageSource messages;

    OwnLimitsPart(
            CaseLimits limits,
            LimitOrders orders,
            LocalLimits locals,
            Handlers handlers,
            TimeLimits time,
            Explanations explanations,
            MessageSource messages) {
        this.limits = limits;
        this.orders = orders;
        this.locals = locals;
        this.handlers = handlers;
        this.time = time;
        this.explanations = explanations;
        this.messages = messages;
    }

    Own of(CaseFile file, Actor actor, Locale locale) {
        List<Order> standing = new ArrayList<>();
        List<Choice> orderable = new ArrayList<>();
        List<Choice> running = new ArrayList<>();
        for (CaseLimit limit : limits.of(file.id())) {
            if (!limit.state().isOpen()) {
                continue;
            }
            LimitRule rule = time.rule(limit.rule(), limit.startOn());
            String meaning = explanations.meaning(rule, locale);
            if (limit.setLength() != null || limit.endOn() != null) {
                orders.standing(limit.id())
                        .ifPresent(order -> standing.add(new Order(
                                meaning, what(order, limit, locale), document(order, locale), order.orderedName())));
            }
            Choice choice = new Choice(
                    limit.id(),
                    limit.dueOn() == null
                            ? meaning
                            : meaning + " "
                                    + text(
                                            "casefile.until",
                                            locale,
                                            limit.dueOn().toString()));
            if (limit.state() == LimitState.RUNNING) {
                orderable.add(choice);
            }
            if (rule.local()) {
                running.add(choice);
            }
        }
        boolean open = file.state() == CaseState.OPEN;
        List<LimitRule> rules = open ? locals.of(file) : List.of();
        return new Own(
                open && actor.has(Role.UNIT_HEAD),
                open && (actor.has(Role.UNIT_HEAD) || handles(file, actor)),
                standing,
                orderable,
                rules.stream()
                        .map(rule -> new Choice(rule.id(), rule.id() + " " + explanations.meaning(rule, locale)))
                        .toList(),
                running,
                rules.stream().anyMatch(LimitRule::setByDocument));
    }

    /** The sentence that an explanation ends with where an order stands; empty without one. */
    String sentence(CaseLimit limit, Locale locale) {
        if (limit.setLength() == null && limit.endOn() == null) {
            return "";
        }
        return orders.standing(limit.id())
                .map(order ->
                        text("casefile.own.sentence", locale, document(order, locale), what(order, limit, locale)))
                .orElse("");
    }

    private String what(LimitOrder order, CaseLimit limit, Locale locale) {
        return order.setLength() == null
                ? text("casefile.until", locale, String.valueOf(order.endOn()))
                : text("time.count." + limit.unit(), locale, order.setLength());
    }

    private String document(LimitOrder order, Locale locale) {
        return text(
                "casefile.own.documentText",
                locale,
                order.documentName(),
                order.documentNo(),
                order.documentDate().toString());
    }

    private boolean handles(CaseFile file, Actor actor) {
        return handlers.of(file.id()).stream()
                .anyMatch(handler -> handler.userId().equals(actor.userId()));
    }

    private String text(String key, Locale locale, Object... args) {
        String text = messages.getMessage(key, args, key, locale);
        return text == null ? key : text;
    }
}
