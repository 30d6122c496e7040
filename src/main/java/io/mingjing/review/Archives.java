package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Catalogue;
import io.mingjing.casefile.CatalogueEntry;
import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.PageCounts;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.document.Numbers;
import io.mingjing.document.OfficialStyle;
import io.mingjing.document.Paper;
import io.mingjing.engine.Processes;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files cases with the archive: number, retention, pages of both parts, and the papers that are bound with them. Texts of the
 * papers are Chinese like those of the letters.
 */
@Service
@Transactional
public class Archives {

    private static final Map<String, String> RETENTION = Map.of("PERMANENT", "永久", "Y30", "三十年", "Y10", "十年");
    private static final Map<FilePart, String> PARTS = Map.of(FilePart.MAIN, "正卷", FilePart.SECONDARY, "副卷");

    private final ArchiveMapper mapper;
    private final Reviews reviews;
    private final ReviewDecisions decisions;
    private final Cases cases;
    private final Catalogue catalogue;
    private final PageCounts pages;
    private final Parties parties;
    private final Handlers handlers;
    private final Organs organs;
    private final Numbers numbers;
    private final Processes processes;
    private final CaseAccess access;
    private final Clock clock;

    Archives(
            ArchiveMapper mapper,
            Reviews reviews,
            ReviewDecisions decisions,
            Cases cases,
            Catalogue catalogue,
            PageCounts pages,
            Parties parties,
            Handlers handlers,
            Organs organs,
            Numbers numbers,
            Processes processes,
            CaseAccess access,
            Clock clock) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.decisions = decisions;
        this.cases = cases;
        this.catalogue = catalogue;
        this.pages = pages;
        this.parties = parties;
        this.handlers = handlers;
        this.organs = organs;
        this.numbers = numbers;
        this.processes = processes;
        this.access = access;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ArchiveEntry> find(String caseId) {
        return mapper.find(caseId);
    }

    /** Last day for filing: 30 June of the year after the case was closed (office rule); null while it is open. */
    public static @Nullable LocalDate dueOn(CaseFile file) {
        LocalDate closedOn = file.closedOn();
        return closedOn == null ? null : LocalDate.of(closedOn.getYear() + 1, 6, 30);
    }

    /**
     * Files a case: counts what nobody counted, gives it the next number of its organ and year.
     *
     * @param processKey the process whose step files it; nothing else may be open
     * @throws Refusal {@code ARCHIVE_STEPS_OPEN} with the names of what is still to be done
     */
    public ArchiveEntry file(
            String caseId, String processKey, String retention, int volumes, @Nullable String remark, Actor actor) {
        List<String> open = processes.openTasks(caseId).stream()
                .filter(task -> !task.processKey().equals(processKey))
                .map(Processes.OpenTask::name)
                .toList();
        if (!open.isEmpty()) {
            throw Refusal.conflict("ARCHIVE_STEPS_OPEN", OfficialStyle.names(open));
        }
        pages.countRest(caseId, actor);
        LocalDate today = LocalDate.now(clock);
        CaseFile file = cases.require(caseId);
        Organ government = organs.get(file.governmentId());
        int running = numbers.next(government.id(), "archive-REVIEW", today.getYear());
        ArchiveEntry entry = new ArchiveEntry(
                caseId,
                OfficialStyle.number(Objects.toString(government.numberCode(), "") + "复档", today.getYear(), running),
                retention,
                volumes,
                total(caseId, FilePart.MAIN),
                total(caseId, FilePart.SECONDARY),
                remark,
                today,
                actor.userId(),
                actor.name());
        mapper.insert(entry);
        reviews.recordArchive(caseId, entry.archiveNo(), retention, actor);
        return entry;
    }

    /** 卷宗封面. */
    @Transactional(readOnly = true)
    public Paper cover(String caseId, FilePart part, Actor actor) {
        requirePart(caseId, part, actor);
        CaseFile file = cases.get(caseId, actor);
        ArchiveEntry entry = mapper.find(caseId).orElse(null);
        ReviewCase review = reviews.get(caseId);
        List<Paper.Fact> facts = new ArrayList<>();
        facts.add(new Paper.Fact("案号", file.number()));
        facts.add(new Paper.Fact("案由", file.title()));
        facts.add(new Paper.Fact("申请人", names(caseId, PartyRole.APPLICANT)));
        facts.add(new Paper.Fact("被申请人", names(caseId, PartyRole.RESPONDENT)));
        facts.add(new Paper.Fact("第三人", names(caseId, PartyRole.THIRD_PARTY)));
        facts.add(new Paper.Fact(
                "承办人",
                OfficialStyle.names(
                        handlers.of(caseId).stream().map(Handler::name).toList())));
        facts.add(new Paper.Fact("收件日期", date(file.receivedOn())));
        facts.add(new Paper.Fact("受理日期", date(review.acceptedOn())));
        facts.add(new Paper.Fact("结案日期", date(file.closedOn())));
        facts.add(new Paper.Fact("归档日期", entry == null ? "" : date(entry.filedOn())));
        facts.add(new Paper.Fact("保管期限", entry == null ? "" : RETENTION.getOrDefault(entry.retention(), "")));
        facts.add(new Paper.Fact("档号", entry == null ? "" : entry.archiveNo()));
        facts.add(new Paper.Fact(
                "卷数、页数", (entry == null ? "" : "共" + entry.volumes() + "卷，") + "本卷" + total(caseId, part) + "页"));
        return new Paper(organs.get(file.governmentId()).name() + "行政复议案卷", PARTS.get(part), facts, null, List.of());
    }

    /** 卷内目录 of a part, with the pages on which each paper stands. */
    @Transactional(readOnly = true)
    public Paper contents(String caseId, FilePart part, Actor actor) {
        requirePart(caseId, part, actor);
        List<List<String>> rows = new ArrayList<>();
        int next = 1;
        boolean known = true;
        for (CatalogueEntry entry : catalogue.of(caseId, actor)) {
            if (entry.part() != part) {
                continue;
            }
            Integer count = entry.pages();
            known = known && count != null;
            String at =
                    !known || count == null ? "" : count == 1 ? String.valueOf(next) : next + "-" + (next + count - 1);
            next += count == null ? 0 : count;
            rows.add(List.of(
                    String.valueOf(entry.seq()),
                    Objects.toString(entry.number(), ""),
                    entry.title(),
                    date(entry.date()),
                    at));
        }
        return new Paper(
                "卷内目录",
                cases.get(caseId, actor).number() + "　" + PARTS.get(part),
                List.of(),
                new Paper.Table(List.of("顺序号", "文号", "文件名称", "日期", "页次"), List.of(10, 26, 34, 18, 12), rows),
                List.of());
    }

    /** 备考表. */
    @Transactional(readOnly = true)
    public Paper remarks(String caseId, FilePart part, Actor actor) {
        requirePart(caseId, part, actor);
        ArchiveEntry entry = mapper.find(caseId).orElse(null);
        String remark = entry == null ? null : entry.remark();
        return new Paper(
                "备考表",
                cases.get(caseId, actor).number() + "　" + PARTS.get(part),
                List.of(
                        new Paper.Fact(
                                "本卷情况说明", "本卷共" + total(caseId, part) + "页。" + (remark == null ? "" : "\n" + remark)),
                        new Paper.Fact("立卷人", entry == null ? "" : entry.filedByName()),
                        new Paper.Fact("检查人", ""),
                        new Paper.Fact("立卷时间", entry == null ? "" : date(entry.filedOn()))),
                null,
                List.of());
    }

    /** 集体讨论记录, for the secondary part. */
    @Transactional(readOnly = true)
    public Paper discussion(String caseId, Actor actor) {
        List<Discussion> found = decisions.discussions(caseId, actor);
        if (found.isEmpty()) {
            throw Refusal.notFound("PAPER_NOT_FOUND");
        }
        Discussion last = found.get(found.size() - 1);
        return new Paper(
                "集体讨论记录",
                cases.get(caseId, actor).number(),
                List.of(
                        new Paper.Fact("讨论日期", date(last.discussedOn())),
                        new Paper.Fact("主持人", last.host()),
                        new Paper.Fact("参加人员", last.members()),
                        new Paper.Fact("记录人", last.recorder()),
                        new Paper.Fact("讨论意见", last.opinions()),
                        new Paper.Fact("讨论结论", last.conclusion()),
                        new Paper.Fact("参加人员签名", "")),
                null,
                List.of());
    }

    private void requirePart(String caseId, FilePart part, Actor actor) {
        access.requireVisible(caseId, actor);
        if (!access.mayReadPart(caseId, part, actor)) {
            throw Refusal.notFound("PAPER_NOT_FOUND");
        }
    }

    private int total(String caseId, FilePart part) {
        return catalogue.of(caseId, Actor.SYSTEM).stream()
                .filter(entry -> entry.part() == part)
                .mapToInt(entry -> entry.pages() == null ? 0 : entry.pages())
                .sum();
    }

    private String names(String caseId, PartyRole role) {
        return OfficialStyle.names(
                parties.of(caseId, role).stream().map(Party::name).toList());
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? "" : OfficialStyle.date(day);
    }
}
