package io.mingjing.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Counts the SQL statements that reach the database, so that the price of an act is an ordinary test. Import it into a
 * test class; it costs that class a context of its own.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Statements {

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    @Bean
    static BeanPostProcessor countsStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? counting(source) : bean;
            }
        };
    }

    /** The same connections, whose statements are counted: for what stands outside of the application's context. */
    public static DataSource counting(DataSource source) {
        return ProxyDataSourceBuilder.create(source)
                .afterQuery((execution, queries) -> queries.forEach(query -> SEEN.add(query.getQuery())))
                .build();
    }

    /** Something that is done and paid for in statements. */
    public interface Act {
        void run() throws Exception;
    }

    /** The statements that the act executes, in order; a batch counts each of its statements. */
    public static List<String> of(Act act) throws Exception {
        SEEN.clear();
        act.run();
        return new ArrayList<>(SEEN);
    }
}
