package io.mingjing.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The date of a limit's boundary timer; models say {@code ${limitTimer.of(execution)}}. */
@Component
public class LimitTimer {

    private final ObjectProvider<LimitScopes> limits;

    public LimitTimer(ObjectProvider<LimitScopes> limits) {
        this.limits = limits;
    }

    /** Opens the limit of the scope that the execution stands in, since the engine sets timers before it tells of the scope. */
    public Date of(DelegateExecution execution) {
        return Date.from(limits.getObject().enter(LimitListener.scopeOf(execution)));
    }
}
