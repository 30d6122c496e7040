package io.mingjing.replay;

import io.mingjing.Mingjing;
import io.mingjing.statistics.Balance;
import io.mingjing.statistics.Period;
import io.mingjing.statistics.ReviewLedger;
import io.mingjing.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.TreeMap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Replays a year and compares the ledger with the profile, then lets the checker read the log. Run by {@code mvn -Pbench
 * test-compile exec:java -Dbench=io.mingjing.replay.YearReplay -Dprofile=jinpu -Dseed=1}; {@code -Ddatabase=mariadb} takes
 * a MariaDB of the test dependency instead of H2 in memory. Ends with 1 where a figure differs, a step stayed refused or
 * the log shows something unlawful.
 */
public final class YearReplay {

    private YearReplay() {}

    public static void main(String[] arguments) {
        Profile profile = Profile.named(System.getProperty("profile", "jinpu"));
        long seed = Long.getLong("seed", 1);
        String url = System.getProperty("database", "h2").equals("mariadb")
                ? TestDatabase.fresh()
                : TestDatabase.freshH2() + ";QUERY_CACHE_SIZE=2000";
        long start = System.nanoTime();
        boolean clean;
        try (ConfigurableApplicationContext context = start(url, profile.year())) {
            clean = replay(context, profile, seed);
        }
        System.out.printf("%d s%n", (System.nanoTime() - start) / 1_000_000_000);
        System.exit(clean ? 0 : 1);
    }

    private static ConfigurableApplicationContext start(String url, int year) {
        TimeZone.setDefault(TimeZone.getTimeZone(Mingjing.ZONE));
        return new SpringApplicationBuilder(Mingjing.class)
                .run(
                        "--spring.profiles.active=it",
                        "--spring.datasource.url=" + url,
                        "--server.port=0",
                        "--spring.datasource.hikari.maximum-pool-size=4",
                        "--mingjing.driven-time.start=" + year + "-01-01T08:00:00",
                        "--mingjing.files=target/replay/files",
                        "--mingjing.key-file=target/replay/personal.keys",
                        "--logging.level.root=warn");
    }

    private static boolean replay(ConfigurableApplicationContext context, Profile profile, long seed) {
        DayCount days = DayCount.published();
        Cast cast = new Cast(context, "jp");
        Stories stories = new Stories(profile, seed, days);
        Year year = new Year(context, profile, cast, days, seed);
        List<Story> drawn = stories.draw();
        System.out.printf("profile %s, seed %d: courses %s%n", profile.name(), seed, Stories.coursesOf(drawn));
        long start = System.nanoTime();
        year.live(drawn, stories.enquiries());
        System.out.printf("lived in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
        System.out.println("steps " + new TreeMap<>(year.done()));
        System.out.println("refused and tried again " + year.refusals());
        List<String> faults = new ArrayList<>(year.troubles());
        faults.addAll(differences(profile, balance(context, profile, cast)));
        System.out.println(balance(context, profile, cast));
        year.left().forEach((where, count) -> faults.add(count + " left: " + where));
        List<LogEntry> log = LogReader.of(context.getBean(JdbcTemplate.class), cast.government.id());
        List<String> unlawful = LawChecker.check(log, days, LocalDate.of(profile.year(), 12, 31));
        System.out.printf("%d entries of the log read, unlawful states found: %d%n", log.size(), unlawful.size());
        unlawful.stream().findFirst().ifPresent(fault -> tell(fault, log));
        faults.addAll(unlawful);
        faults.stream().limit(60).forEach(fault -> System.out.println("FAULT " + fault));
        return faults.isEmpty();
    }

    /** The whole story of the first case at fault. */
    private static void tell(String fault, List<LogEntry> log) {
        log.stream()
                .filter(entry -> fault.contains(entry.caseId()))
                .forEach(entry -> System.out.println("  " + entry.seq() + " " + entry.on() + " " + entry.kind()
                        + (entry.legalDate() == null ? "" : " of " + entry.legalDate()) + " " + entry.facts()));
    }

    /** What the ledger of the government shows of the year. */
    static Balance balance(org.springframework.context.ApplicationContext context, Profile profile, Cast cast) {
        return context.getBean(ReviewLedger.class)
                .balance(
                        new Period(LocalDate.of(profile.year(), 1, 1), LocalDate.of(profile.year(), 12, 31)),
                        cast.head);
    }

    /** Where the ledger differs from what the profile gives. */
    static List<String> differences(Profile profile, Balance balance) {
        List<String> differences = new ArrayList<>();
        compare(differences, "收到", profile.received(), balance.received());
        compare(differences, "受理", profile.accepted(), balance.accepted());
        compare(differences, "不予受理", profile.refused(), balance.refused());
        compare(differences, "视为放弃", profile.givenUp(), balance.givenUp());
        compare(differences, "告知、撤回", profile.told(), balance.told());
        compare(differences, "审查中", profile.pending(), balance.pending());
        compare(differences, "上期结转", 0, balance.carried());
        compare(differences, "本期新收", profile.accepted(), balance.taken());
        compare(differences, "本期办结", profile.closed(), balance.closed());
        compare(differences, "期末未结", profile.open(), balance.open());
        compare(differences, "咨询", profile.enquiries(), balance.enquiries());
        if (!balance.balanced()) {
            differences.add("the period does not balance");
        }
        return differences;
    }

    private static void compare(List<String> differences, String what, int expected, int found) {
        if (expected != found) {
            differences.add(what + ": " + found + " instead of " + expected);
        }
    }
}
