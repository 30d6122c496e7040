package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.identity.People;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.LikePattern;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of applications received 收件登记簿, and the materials that came with each. */
@Service
@Transactional
public class IntakeRegister {

    /** In what form a material came. */
    public static final List<String> FORMS = List.of("ORIGINAL", "COPY", "ELECTRONIC");

    private static final Set<String> KNOWN_FORMS = Set.copyOf(FORMS);
    private static final int MOST_COPIES = 999;

    private final DeskMapper mapper;
    private final Cases cases;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    IntakeRegister(DeskMapper mapper, Cases cases, People people, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** A line of the register. */
    public record Line(
            String caseId,
            String registerNo,
            @Nullable String caseNo,
            LocalDate receivedOn,
            String channel,
            @Nullable String applicant,
            @Nullable String respondent,
            String actName,
            String actKind,
            @Nullable String adminField,
            @Nullable String prerequisiteGround,
            @Nullable String acceptance,
            @Nullable LocalDate acceptedOn,
            CaseState state) {}

    /**
     * What is looked for; null for anything.
     *
     * @param acceptance a code, or NONE while nothing is decided
     * @param before day of the last line of the page before, with its case {@code beforeId}
     */
    public record Query(
            @Nullable String words,
            @Nullable String channel,
            @Nullable String actKind,
            @Nullable String adminField,
            @Nullable String acceptance,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate before,
            @Nullable String beforeId) {}

    /** A material as it is entered. */
    public record NewMaterial(
            String name,
            String form,
            int copies,
            @Nullable Integer pages,
            @Nullable LocalDate receivedOn) {}

    /** A page of the register of the person's organ, the newest first. */
    @Transactional(readOnly = true)
    public List<Line> search(Query query, int limit, Actor actor) {
        return mapper.search(query(query, limit, actor));
    }

    @Transactional(readOnly = true)
    public int count(Query query, Actor actor) {
        return mapper.count(query(query, 1, actor));
    }

    /** Materials in the order in which they were entered. */
    @Transactional(readOnly = true)
    public List<Material> materials(String caseId) {
        return mapper.findMaterials(caseId);
    }

    /**
     * Enters a material that was taken in; it stands on the receipt.
     *
     * @throws Refusal {@code NOT_ALLOWED}, {@code CASE_ARCHIVED}, {@code FIELDS}
     */
    public Material take(String caseId, NewMaterial material, Actor actor) {
        CaseFile file = requireOpen(caseId, actor);
        LocalDate on = Objects.requireNonNullElse(material.receivedOn(), LocalDate.now(clock));
        requireSound(material, on);
        int seq = mapper.findMaterials(caseId).stream()
                        .mapToInt(Material::seq)
                        .max()
                        .orElse(0)
                + 1;
        Material taken = new Material(
                Ids.next(), seq, material.name().strip(), material.form(), material.copies(), material.pages(), on);
        mapper.insertMaterial(caseId, taken, actor.userId(), clock.instant());
        tell("review.materialTaken", file, taken, actor);
        return taken;
    }

    /** Takes a line off the list that was entered by mistake; the log keeps it. */
    public void strike(String caseId, String materialId, Actor actor) {
        CaseFile file = requireOpen(caseId, actor);
        Material struck = mapper.findMaterials(caseId).stream()
                .filter(one -> one.id().equals(materialId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("MATERIAL_NOT_FOUND"));
        mapper.deleteMaterial(caseId, materialId);
        tell("review.materialStruck", file, struck, actor);
    }

    private CaseFile requireOpen(String caseId, Actor actor) {
        AcceptanceReviews.requireDesk(actor);
        CaseFile file = cases.get(caseId, actor);
        cases.lock(caseId);
        if (file.state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", file.number());
        }
        return file;
    }

    private void requireSound(NewMaterial material, LocalDate on) {
        List<FieldError> errors = new ArrayList<>();
        if (material.name().isBlank()) {
            errors.add(FieldError.of("name", "REQUIRED"));
        } else if (material.name().strip().length() > 200) {
            errors.add(FieldError.of("name", "TOO_LONG", 200));
        }
        if (!KNOWN_FORMS.contains(material.form())) {
            errors.add(FieldError.of("form", "NOT_AN_OPTION"));
        }
        if (material.copies() < 1) {
            errors.add(FieldError.of("copies", "TOO_SMALL", 1));
        } else if (material.copies() > MOST_COPIES) {
            errors.add(FieldError.of("copies", "TOO_LARGE", MOST_COPIES));
        }
        if (on.isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.of("receivedOn", "IN_FUTURE"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private void tell(String kind, CaseFile file, Material material, Actor actor) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", material.name());
        facts.put("copies", material.copies());
        events.publishEvent(Act.of(kind, file.id(), actor, facts).on(material.receivedOn()));
    }

    private DeskMapper.Query query(Query query, int limit, Actor actor) {
        Sight sight = people.sight(actor);
        if (!sight.officer() || !sight.areas().contains(Area.REVIEW)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        String words = blankless(query.words());
        return new DeskMapper.Query(
                sight.governmentId(),
                sight.userId(),
                words == null ? null : "%" + LikePattern.escape(words) + "%",
                blankless(query.channel()),
                blankless(query.actKind()),
                blankless(query.adminField()),
                blankless(query.acceptance()),
                query.from(),
                query.to(),
                Objects.requireNonNullElse(query.before(), LocalDate.of(9999, 12, 31)),
                Objects.requireNonNullElse(query.beforeId(), ""),
                limit);
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
