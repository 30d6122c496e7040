package io.mingjing.worklist;

import io.mingjing.shared.Area;
import io.mingjing.shared.event.TaskOpened;
import io.mingjing.testing.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens tasks as the engine does, in cases that have no process. */
public final class Tasks {

    private final Office office;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    public Tasks(Office office, ApplicationContext context) {
        this.office = office;
        this.events = context;
        this.transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** A filing task of the district, in a case of its own; answers the task. */
    public String filing(@Nullable LocalDate due) {
        return inCase(office.caseOf(Area.FILING, office.district), due);
    }

    /** A filing task in that case. */
    public String inCase(String file, @Nullable LocalDate due) {
        if (due != null) {
            office.limit(file, "ND-SUPP", due);
        }
        return open(file, "FILING_OFFICER", "userTask_checkForm", "形式审查", due == null ? List.of() : List.of("ND-SUPP"));
    }

    public String open(String file, String pool, String step, String name, List<String> rules) {
        String task = UUID.randomUUID().toString();
        publish(new TaskOpened(task, file, "recordReview", step, name, pool, null, rules, Map.of()));
        return task;
    }

    public void publish(Object event) {
        transactions.executeWithoutResult(status -> events.publishEvent(event));
    }
}
