package io.mingjing.web.demo;

import io.mingjing.identity.People;
import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on the terminal who can sign in to the demonstration, below the line that says where. */
@Component
@ConditionalOnProperty("mingjing.demo")
class DemoNotice {

    private final People people;

    DemoNotice(People people) {
        this.people = people;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready() {
        PrintStream terminal = System.out;
        terminal.println("演示账号（密码均为 mingjing-demo） / Demo accounts (password mingjing-demo):");
        List<String> lines = DemoBar.SEATS.stream()
                .flatMap(seat -> people.findByLogin(seat).stream())
                .map(person -> String.format("  %-20s %s", person.login(), person.name()))
                .toList();
        lines.forEach(terminal::println);
        terminal.println();
    }
}
