package io.mingjing.identity;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.io.PrintStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A new installation has nobody who could let anybody in. The first start enters one government and one administrator,
 * whose one-time password goes to the terminal, once, and never to the log.
 */
@Component
class FirstAdministrator {

    static final String LOGIN = "admin";

    private final OrganMapper organMapper;
    private final PersonMapper personMapper;
    private final Organs organs;
    private final People people;
    private final TransactionTemplate transaction;
    private final String government;
    private final PrintStream terminal;

    @Autowired
    FirstAdministrator(
            OrganMapper organMapper,
            PersonMapper personMapper,
            Organs organs,
            People people,
            PlatformTransactionManager transactions,
            @Value("${mingjing.government-name:人民政府}") String government) {
        this(organMapper, personMapper, organs, people, transactions, government, System.out);
    }

    FirstAdministrator(
            OrganMapper organMapper,
            PersonMapper personMapper,
            Organs organs,
            People people,
            PlatformTransactionManager transactions,
            String government,
            PrintStream terminal) {
        this.organMapper = organMapper;
        this.personMapper = personMapper;
        this.organs = organs;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
        this.government = government;
        this.terminal = terminal;
    }

    /** After the seed of the demonstration, so that nobody is entered where people are. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void enter() {
        People.NewPassword entered = transaction.execute(status -> insert());
        if (entered != null) {
            terminal.println();
            terminal.println("首位管理员 / first administrator: " + LOGIN);
            terminal.println("一次性密码 / one-time password:   " + entered.oneTimePassword());
            terminal.println("请登录后立即修改，此密码不会再次显示。 / Sign in and change it now, it is not shown again.");
            terminal.println();
            terminal.flush();
        }
    }

    private People.@Nullable NewPassword insert() {
        if (personMapper.countAll() > 0) {
            return null;
        }
        Organ organ = organMapper.countAll() > 0
                ? organs.all().get(0)
                : organs.create(
                        new Organs.NewOrgan(government, government, null, "gov", OrganKind.GOVERNMENT, null, 10),
                        Actor.SYSTEM);
        return people.create(new People.NewPerson(LOGIN, "管理员", organ.id(), Set.of(Role.ADMIN), null), Actor.SYSTEM);
    }
}
