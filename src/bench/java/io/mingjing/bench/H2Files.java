package io.mingjing.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** H2 databases in files under {@code target}, with the options of a first run: no commit is lost. */
public final class H2Files {

    private H2Files() {}

    /** JDBC URL of a new empty database of that name; one from an earlier run is removed. */
    public static String fresh(String name) throws IOException {
        Path folder = Path.of("target", "bench", "h2", name);
        FileSystemUtils.deleteRecursively(folder);
        return "jdbc:h2:file:" + folder.toAbsolutePath().resolve("db")
                + ";MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE="
                + Application.knob("bench.h2-cache", "200");
    }
}
