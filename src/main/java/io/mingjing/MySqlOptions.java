package io.mingjing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Gives every MySQL or MariaDB connection the options that the application relies on, so that nobody has to know them:
 * instants are whole seconds, the session lives in the zone of the law, and the engine sees one schema only.
 */
@Component
class MySqlOptions implements BeanPostProcessor {

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource source
                && source.getJdbcUrl() != null
                && source.getJdbcUrl().startsWith("jdbc:mysql:")) {
            source.addDataSourceProperty("sendFractionalSeconds", "false");
            source.addDataSourceProperty("nullDatabaseMeansCurrent", "true");
            source.addDataSourceProperty("connectionTimeZone", "+08:00");
            source.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
            source.addDataSourceProperty("characterEncoding", "UTF-8");
        }
        return bean;
    }
}
