package io.mingjing.identity.web;

import io.mingjing.identity.AccessChanged;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ends the sessions of a person whose rights or password changed, on every node: they lie in the database. */
@Component
class EndedSessions {

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

    EndedSessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
        this.sessions = sessions;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(AccessChanged changed) {
        sessions.ifAvailable(repository ->
                repository.findByPrincipalName(changed.login()).keySet().forEach(repository::deleteById));
    }
}
