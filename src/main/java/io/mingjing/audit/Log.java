package io.mingjing.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mingjing.audit.Verification.Fault;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and verifies the log. Nothing here asks who reads: modules that show the log check that first. Entries get into
 * the log by publishing an {@link io.mingjing.shared.Auditable}, in no other way.
 */
@Service
@Transactional(readOnly = true)
public class Log {

    private static final int PAGE = 500;

    private final LogMapper mapper;
    private final ApplicationEventPublisher events;

    Log(LogMapper mapper, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.events = events;
    }

    /** The stream of a case, oldest first, from behind {@code after} (a {@link Entry#caseSeq}; 0 = from the start). */
    public List<Entry> ofCase(String caseId, long after, int limit) {
        return entries(mapper.findCaseStream(caseId, after, limit));
    }

    /** The whole chain, oldest first, from behind {@code after} (an {@link Entry#seq}; 0 = from the start). */
    public List<Entry> chain(long after, int limit) {
        return entries(mapper.findChain(after, limit));
    }

    /** Entries that meet the query, newest first, older than {@code before} (an {@link Entry#seq}; null = newest). */
    public List<Entry> search(LogQuery query, @Nullable Long before, int limit) {
        return entries(mapper.search(query, before, limit));
    }

    /** The whole chain against its hashes, up to its present end. Reads in pages, so memory stays small. */
    public Verification verify() {
        Tail head = mapper.findHead();
        Tail last = new Tail(0, Hash.ZERO);
        while (last.seq() < head.seq()) {
            List<EntryRow> page = mapper.findChain(last.seq(), PAGE);
            Map<Long, List<PersonalRow>> personal = personalOf(page);
            for (EntryRow row : page) {
                Fault fault = fault(row, personal.getOrDefault(row.seq(), List.of()));
                if (fault == null) {
                    fault = linkFault(row.seq(), row.prevHash(), last);
                }
                if (fault != null) {
                    return new Verification(last.seq(), row.seq(), fault, last.hash());
                }
                last = new Tail(row.seq(), row.hash());
                if (last.seq() == head.seq()) {
                    break;
                }
            }
            if (page.isEmpty()) {
                return new Verification(last.seq(), last.seq() + 1, Fault.HEAD, last.hash());
            }
        }
        if (!last.hash().equals(head.hash())) {
            return new Verification(Math.max(0, last.seq() - 1), last.seq(), Fault.HEAD, last.hash());
        }
        boolean behind =
                !mapper.findChain(head.seq(), 1).isEmpty() && mapper.findHead().seq() == head.seq();
        return behind
                ? new Verification(last.seq(), last.seq() + 1, Fault.HEAD, last.hash())
                : new Verification(last.seq(), null, null, last.hash());
    }

    /**
     * The stream of one case against its hashes. It shows changed, missing and inserted entries; that the last entries
     * of the stream were cut off is seen only by {@link #verify()}.
     */
    public Verification verify(String caseId) {
        Tail last = new Tail(0, Hash.ZERO);
        while (true) {
            List<EntryRow> page = mapper.findCaseStream(caseId, last.seq(), PAGE);
            if (page.isEmpty()) {
                return new Verification(last.seq(), null, null, last.hash());
            }
            Map<Long, List<PersonalRow>> personal = personalOf(page);
            for (EntryRow row : page) {
                Fault fault = fault(row, personal.getOrDefault(row.seq(), List.of()));
                if (fault == null) {
                    fault = linkFault(
                            Objects.requireNonNull(row.caseSeq()),
                            String.valueOf(members(row).get("casePrev")),
                            last);
                }
                if (fault != null) {
                    return new Verification(last.seq(), row.seq(), fault, last.hash());
                }
                last = new Tail(Objects.requireNonNull(row.caseSeq()), row.hash());
            }
        }
    }

    /**
     * Destroys the personal values in the stream of a case, for good; their digests stay, so the chain still verifies.
     *
     * @param approval what allowed it, as a code or number; stands in the log
     * @return how many values are gone
     */
    @Transactional
    public int destroyPersonal(String caseId, String approval, Actor actor) {
        int destroyed = mapper.deletePersonalOfCase(caseId);
        events.publishEvent(
                Act.of("audit.personalDestroyed", caseId, actor, Map.of("approval", approval, "count", destroyed)));
        return destroyed;
    }

    private static @Nullable Fault linkFault(long seq, String prevHash, Tail last) {
        if (seq != last.seq() + 1) {
            return Fault.GAP;
        }
        return prevHash.equals(last.hash()) ? null : Fault.LINK;
    }

    /** What is wrong with a row by itself. */
    private static @Nullable Fault fault(EntryRow row, List<PersonalRow> personal) {
        if (!Hash.of(row.payload()).equals(row.hash())) {
            return Fault.PAYLOAD;
        }
        Map<String, Object> members = members(row);
        boolean same = same(members.get("seq"), row.seq())
                && same(members.get("prev"), row.prevHash())
                && same(members.get("case"), row.caseId())
                && same(members.get("caseSeq"), row.caseSeq())
                && same(members.get("at"), row.recordedAt())
                && same(members.get("kind"), row.kind())
                && same(members.get("legalDate"), row.legalDate())
                && same(map(members.get("actor")).get("id"), row.actorId());
        if (!same) {
            return Fault.COLUMN;
        }
        Map<String, Object> digests = map(members.get("personal"));
        for (PersonalRow value : personal) {
            if (!Hash.ofPersonal(value.salt(), value.name(), value.content()).equals(digests.get(value.name()))) {
                return Fault.PERSONAL;
            }
        }
        return null;
    }

    private static boolean same(@Nullable Object member, @Nullable Object column) {
        return member == null || column == null
                ? member == column
                : member.toString().equals(column.toString());
    }

    private List<Entry> entries(List<EntryRow> rows) {
        Map<Long, List<PersonalRow>> personal = personalOf(rows);
        return rows.stream()
                .map(row -> entry(row, personal.getOrDefault(row.seq(), List.of())))
                .toList();
    }

    private static Entry entry(EntryRow row, List<PersonalRow> personal) {
        Map<String, Object> members = members(row);
        Map<String, String> values = new LinkedHashMap<>();
        personal.forEach(value -> values.put(value.name(), value.content()));
        return new Entry(
                row.seq(),
                row.caseId(),
                row.caseSeq(),
                row.recordedAt(),
                row.actorId(),
                String.valueOf(map(members.get("actor")).getOrDefault("name", row.actorId())),
                row.kind(),
                row.legalDate(),
                map(members.get("facts")),
                values,
                row.payload(),
                row.prevHash(),
                row.hash());
    }

    private Map<Long, List<PersonalRow>> personalOf(List<EntryRow> rows) {
        Map<Long, List<PersonalRow>> byEntry = new HashMap<>();
        if (!rows.isEmpty()) {
            for (PersonalRow value :
                    mapper.findPersonal(rows.stream().map(EntryRow::seq).toList())) {
                byEntry.computeIfAbsent(value.entrySeq(), seq -> new ArrayList<>())
                        .add(value);
            }
        }
        return byEntry;
    }

    /** The members of the text; none where somebody made it unreadable, which verification then reports. */
    private static Map<String, Object> members(EntryRow row) {
        try {
            return Payload.read(row.payload());
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
