package io.mingjing.identity.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions lie in {@code web_session}: they survive a restart and serve every node. */
@Configuration(proxyBeanMethods = false)
class Sessions {

    /** Two requests of one page may write the same attribute at once; the later one wins on every database of ours. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> upsertOfAttributes() {
        return new MySqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
