package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.Tie;
import io.mingjing.alert.RoundMapper.ItemRow;
import io.mingjing.alert.RoundMapper.OrganRow;
import io.mingjing.alert.RoundMapper.Reader;
import io.mingjing.engine.DueItems;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.thymeleaf.context.Context;

/**
 * Mails that go round by the application's clock: the morning digest to supervisors on every working day at 8:30, the
 * weekly summary to supervisors, heads and leaders on the first working day of a week at the same hour. Both by organ;
 * who is spared trouble gets no mail. After downtime only the last of each is made up for. Cases of the own government and
 * of those below it count; what is named is number and limit alone, and nothing of a case from which the reader keeps away.
 */
@Component
class RoundMails implements DueItems {

    private static final LocalTime HOUR = LocalTime.of(8, 30);
    /** How many limits are named, and of one organ. */
    private static final int NAMED = 60;

    private static final int NAMED_OF_ORGAN = 5;

    private final RoundMapper mapper;
    private final AlertMapper alerts;
    private final MailMapper mails;
    private final MailTexts texts;
    private final AlertTexts words;
    private final Habits habits;
    private final MailSettings settings;
    private final RealTime time;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RoundMails(
            RoundMapper mapper,
            AlertMapper alerts,
            MailMapper mails,
            MailTexts texts,
            AlertTexts words,
            Habits habits,
            MailSettings settings,
            RealTime time,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.alerts = alerts;
        this.mails = mails;
        this.texts = texts;
        this.words = words;
        this.habits = habits;
        this.settings = settings;
        this.time = time;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The two rounds. */
    enum Round {
        MORNING(List.of(Role.SUPERVISOR)),
        WEEKLY(List.of(Role.SUPERVISOR, Role.UNIT_HEAD, Role.ORGAN_HEAD));

        private final List<Role> readers;

        Round(List<Role> readers) {
            this.readers = readers;
        }
    }

    /** A line of a mail under its organ. */
    record Item(String number, String link, String text, boolean over) {}

    /** An organ in a mail. */
    record OrganLine(String name, int over, int red, int yellow, int met, int late, List<Item> items) {}

    @Override
    public Optional<DueItem> next(Instant upTo) {
        return Stream.of(Round.values())
                .flatMap(round -> Stream.ofNullable(mapper.findNext(round.name()))
                        .filter(at -> !at.isAfter(upTo))
                        .map(at -> new DueItem(at, round.name())))
                .min((one, other) -> one.due().compareTo(other.due()));
    }

    /** Nobody waits for a round mail. */
    @Override
    public Optional<DueItem> nextLandmark(Instant upTo) {
        return Optional.empty();
    }

    @Override
    public void run(DueItem item) {
        Round round = Round.valueOf(item.id());
        transaction.executeWithoutResult(status -> {
            if (mapper.updateNext(round.name(), item.due(), after(round, clock.instant())) == 1) {
                owe(round, LocalDate.now(clock));
            }
        });
    }

    /** Sets the rounds going where they have not been yet. */
    void begin() {
        transaction.executeWithoutResult(status -> {
            for (Round round : Round.values()) {
                if (mapper.findNext(round.name()) == null) {
                    mapper.insert(round.name(), after(round, clock.instant()));
                }
            }
        });
    }

    private Instant after(Round round, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, clock.getZone());
        if (!day.atTime(HOUR).atZone(clock.getZone()).toInstant().isAfter(now)) {
            day = day.plusDays(1);
        }
        while (!habits.works(day) || (round == Round.WEEKLY && !firstOfWeek(day))) {
            day = day.plusDays(1);
        }
        return day.atTime(HOUR).atZone(clock.getZone()).toInstant();
    }

    private boolean firstOfWeek(LocalDate day) {
        for (LocalDate before = day.with(DayOfWeek.MONDAY); before.isBefore(day); before = before.plusDays(1)) {
            if (habits.works(before)) {
                return false;
            }
        }
        return true;
    }

    /** What a government and those below it have to be told of. */
    private record Content(List<OrganRow> organs, List<ItemRow> items, Set<Tie> recused) {

        int sum(ToIntFunction<OrganRow> figure) {
            return organs.stream().mapToInt(figure).sum();
        }
    }

    private void owe(Round round, LocalDate today) {
        LocalDate from = today.with(DayOfWeek.MONDAY).minusWeeks(1);
        LocalDate to = round == Round.WEEKLY ? from.plusDays(6) : today.minusDays(1);
        Map<String, Reader> readers = new LinkedHashMap<>();
        for (Reader reader : mapper.findReaders(round.readers)) {
            readers.merge(reader.id(), reader, (one, other) -> one.role() == Role.SUPERVISOR ? one : other);
        }
        Map<String, Habit> habitOf = habits.of(readers.keySet());
        Map<String, Content> contents = new HashMap<>();
        List<String> troubled = mapper.findTroubled(today);
        List<MailRow> rows = new ArrayList<>();
        for (Reader reader : readers.values()) {
            Habit habit = habitOf.getOrDefault(reader.id(), Habit.STANDARD);
            boolean wanted = round == Round.WEEKLY
                    ? habit.weekly()
                    : habit.morning() && troubled.stream().anyMatch(path -> path.startsWith(reader.governmentPath()));
            if (!wanted) {
                continue;
            }
            Content content =
                    contents.computeIfAbsent(reader.governmentPath(), path -> content(round, path, today, from, to));
            if (content.organs().isEmpty()) {
                continue;
            }
            Mail mail = round == Round.MORNING ? morning(reader, content, today) : weekly(reader, content, from, to);
            rows.add(MailRow.owed(Ids.next(), settings.domain(), mail, time.now(), today)
                    .to(reader.id(), today, habits.earliest(habit), null));
        }
        Raising.chunks(rows).forEach(mails::insertAll);
    }

    private Content content(Round round, String path, LocalDate today, LocalDate from, LocalDate to) {
        List<OrganRow> organs = mapper.count(path, today, from, to).stream()
                .filter(organ -> round == Round.WEEKLY || organ.overdue() + organ.red() + organ.yellow() > 0)
                .toList();
        List<ItemRow> items = round == Round.MORNING ? mapper.find(path, today, NAMED) : List.of();
        Set<String> cases = items.stream().map(ItemRow::caseId).collect(Collectors.toCollection(TreeSet::new));
        return new Content(organs, items, cases.isEmpty() ? Set.of() : new HashSet<>(alerts.findRecused(cases)));
    }

    private Mail morning(Reader reader, Content content, LocalDate today) {
        Locale locale = Locale.forLanguageTag(reader.locale());
        List<OrganLine> organs = lines(content, reader.id(), today, locale);
        int over = content.sum(OrganRow::overdue);
        int red = content.sum(OrganRow::red);
        int named = organs.stream().mapToInt(organ -> organ.items().size()).sum();
        Context context = new Context(locale);
        context.setVariable("day", today.toString());
        context.setVariable("over", over);
        context.setVariable("red", red);
        context.setVariable("yellow", content.sum(OrganRow::yellow));
        context.setVariable("organs", organs);
        context.setVariable("more", Math.max(0, over + red - named));
        context.setVariable("link", texts.publicUrl() + "/supervision");
        String title = texts.text("alert.morning.title", locale, today.toString());
        String intro = texts.text("alert.morning.intro", locale, over, red, content.sum(OrganRow::yellow));
        return texts.round(
                reader.name(),
                reader.email(),
                locale,
                "alert/mail-morning",
                "[" + texts.text("web.product", locale) + "] " + title,
                plain(Round.MORNING, title, intro, organs, locale),
                context);
    }

    private Mail weekly(Reader reader, Content content, LocalDate from, LocalDate to) {
        Locale locale = Locale.forLanguageTag(reader.locale());
        List<OrganLine> organs = lines(content, reader.id(), from, locale);
        Context context = new Context(locale);
        context.setVariable("from", from.toString());
        context.setVariable("to", to.toString());
        context.setVariable("met", content.sum(OrganRow::met));
        context.setVariable("late", content.sum(OrganRow::late));
        context.setVariable("over", content.sum(OrganRow::overdue));
        context.setVariable("organs", organs);
        context.setVariable("link", texts.publicUrl() + "/supervision");
        String title = texts.text("alert.weekly.title", locale, from.toString(), to.toString());
        String intro = texts.text(
                "alert.weekly.intro",
                locale,
                content.sum(OrganRow::met),
                content.sum(OrganRow::late),
                content.sum(OrganRow::overdue));
        return texts.round(
                reader.name(),
                reader.email(),
                locale,
                "alert/mail-weekly",
                "[" + texts.text("web.product", locale) + "] " + title,
                plain(Round.WEEKLY, title, intro, organs, locale),
                context);
    }

    private List<OrganLine> lines(Content content, String readerId, LocalDate today, Locale locale) {
        Map<String, List<Item>> items = new HashMap<>();
        for (ItemRow row : content.items()) {
            List<Item> own = items.computeIfAbsent(row.organId(), id -> new ArrayList<>());
            if (own.size() < NAMED_OF_ORGAN && !content.recused().contains(new Tie(row.caseId(), readerId))) {
                own.add(new Item(
                        row.number(),
                        texts.publicUrl() + "/cases/" + row.caseId(),
                        texts.text(
                                "alert.round.item",
                                locale,
                                words.limit(row.rule(), locale),
                                row.dueOn().toString()),
                        row.dueOn().isBefore(today)));
            }
        }
        return content.organs().stream()
                .map(organ -> new OrganLine(
                        organ.name(),
                        organ.overdue(),
                        organ.red(),
                        organ.yellow(),
                        organ.met(),
                        organ.late(),
                        items.getOrDefault(organ.organId(), List.of())))
                .toList();
    }

    private String plain(Round round, String title, String intro, List<OrganLine> organs, Locale locale) {
        StringBuilder text =
                new StringBuilder(title).append("\n\n").append(intro).append("\n\n");
        for (OrganLine organ : organs) {
            text.append(organ.name());
            if (round == Round.WEEKLY) {
                figure(text, "alert.round.met", organ.met(), locale);
                figure(text, "alert.round.late", organ.late(), locale);
            }
            figure(text, "alert.round.over", organ.over(), locale);
            figure(text, "alert.round.red", organ.red(), locale);
            figure(text, "alert.round.yellow", organ.yellow(), locale);
            text.append('\n');
            organ.items()
                    .forEach(item -> text.append("  ")
                            .append(item.number())
                            .append(' ')
                            .append(item.text())
                            .append('\n'));
        }
        return text.append('\n')
                .append(texts.text("alert.morning.open", locale))
                .append('\n')
                .append(texts.publicUrl())
                .append("/supervision\n\n")
                .append(texts.text("alert.mail.foot", locale))
                .toString();
    }

    private void figure(StringBuilder text, String code, int number, Locale locale) {
        if (number > 0) {
            text.append("  ").append(texts.text(code, locale)).append(' ').append(number);
        }
    }
}
