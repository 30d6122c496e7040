package io.mingjing.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mingjing.FarInstants;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * The engine alone on a database of its own, as somebody would embed it: our models without our listeners, worklist,
 * limits and log; pools are its identity links. It is what the price of our acts is compared with, so it gets the same
 * savings: no metrics, no variables in its history, no removal times.
 */
public final class BareEngine implements AutoCloseable {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    private final HikariDataSource pool;
    private final ProcessEngine engine;
    private final Map<Object, Object> beans = new HashMap<>();

    /** @param history level such as {@code activity}; the one that writes what ours writes */
    private BareEngine(String jdbcUrl, String history, UnaryOperator<DataSource> around) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(jdbcUrl);
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.setMaximumPoolSize(4);
        if (jdbcUrl.startsWith("jdbc:mysql:")) { // the driver works for it as it does for us
            settings.addDataSourceProperty("nullDatabaseMeansCurrent", "true");
            settings.addDataSourceProperty("cachePrepStmts", "true");
            settings.addDataSourceProperty("useServerPrepStmts", "true");
            settings.addDataSourceProperty("queryInterceptors", FarInstants.class.getName());
            settings.addDataSourceProperty("cacheResultSetMetadata", "true");
            settings.addDataSourceProperty("metadataCacheSize", "500");
            settings.addDataSourceProperty("prepStmtCacheSize", "250");
            settings.addDataSourceProperty("prepStmtCacheSqlLimit", "16384");
            settings.addDataSourceProperty("useLocalSessionState", "true");
            settings.addDataSourceProperty("dontTrackOpenResources", "true");
            settings.addDataSourceProperty("maintainTimeStats", "false");
        }
        pool = new HikariDataSource(settings);
        beans.put("limitTimer", new FarTimer());
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare-" + UUID.randomUUID());
        configuration.setDataSource(around.apply(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(history);
        configuration.setHistoryRemovalTimeStrategy("none");
        configuration.setHistoryCleanupStrategy("endTimeBased");
        configuration.setHistoryCleanupEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setJobExecutorActivate(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
    }

    public static BareEngine on(String jdbcUrl) {
        return new BareEngine(jdbcUrl, "activity", source -> source);
    }

    /** @param around wraps the connections, as to count what goes over them */
    public static BareEngine on(String jdbcUrl, UnaryOperator<DataSource> around) {
        return new BareEngine(jdbcUrl, "activity", around);
    }

    /** With the history level the engine is delivered with. */
    public static BareEngine withFullHistory(String jdbcUrl) {
        return new BareEngine(jdbcUrl, "full", source -> source);
    }

    public ProcessEngine engine() {
        return engine;
    }

    public DataSource connections() {
        return pool;
    }

    /** Brings a model and its forms from the classpath into the engine; its delegates do nothing. */
    public BareEngine deploy(String model, String... forms) {
        String folder = model.substring(0, model.lastIndexOf('/') + 1);
        String xml = text(model);
        Matcher delegates = DELEGATE.matcher(xml);
        while (delegates.find()) {
            beans.put(delegates.group(1), (JavaDelegate) execution -> {});
        }
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().addString(model, xml);
        for (String form : forms) {
            deployment.addString(form + ".form", text(folder + form + ".form"));
        }
        deployment.deploy();
        return this;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(BareEngine.class.getResourceAsStream("/" + resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In place of our limits: a date that never comes. */
    public static final class FarTimer {

        public Date of(DelegateExecution execution) {
            return Date.from(LocalDate.of(2099, 1, 1)
                    .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                    .toInstant());
        }
    }
}
