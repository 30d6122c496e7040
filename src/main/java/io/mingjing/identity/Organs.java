package io.mingjing.identity;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.LikePattern;
import io.mingjing.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of organs. */
@Service
@Transactional(readOnly = true)
public class Organs {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]{1,20}");

    private final OrganMapper mapper;
    private final ApplicationEventPublisher events;

    Organs(OrganMapper mapper, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.events = events;
    }

    /**
     * What is needed to enter an organ.
     *
     * @param code segment of the path, lower-case letters and digits, unique among its siblings
     */
    public record NewOrgan(
            String name,
            String shortName,
            @Nullable String parentId,
            String code,
            OrganKind kind,
            @Nullable String numberCode,
            int sort) {}

    /** The organ of that id; refused as not found otherwise. */
    public Organ get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("ORGAN_NOT_FOUND"));
    }

    /** An organ beside its government, read at once: every list asks for them. */
    record Place(Organ organ, Organ government) {}

    Place placeOf(String id) {
        List<Organ> both = mapper.findWithGovernment(id);
        Organ organ = both.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("ORGAN_NOT_FOUND"));
        Organ government = both.stream()
                .filter(each -> each.id().equals(organ.governmentId()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("ORGAN_NOT_FOUND"));
        return new Place(organ, government);
    }

    public Optional<Organ> find(String id) {
        return mapper.findById(id);
    }

    /** All organs, in official order. */
    public List<Organ> all() {
        return mapper.findAll();
    }

    /** Organs whose name or short name contains the text, in official order. */
    public List<Organ> search(String text, int limit) {
        return mapper.searchByName("%" + LikePattern.escape(text.strip()) + "%", limit);
    }

    /** The justice bureau of a government; the government itself where it has none. */
    public Organ bureauOf(String governmentId) {
        return mapper.findByGovernmentAndKind(governmentId, OrganKind.JUSTICE_BUREAU).stream()
                .findFirst()
                .orElseGet(() -> get(governmentId));
    }

    /** Enters an organ (ADMIN). A government is its own government; every other organ has that of its parent. */
    @Transactional
    public Organ create(NewOrgan organ, Actor actor) {
        Permission.requireAdmin(actor);
        if (!CODE.matcher(organ.code()).matches()) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("code", "ORGAN_CODE")));
        }
        requireText("name", organ.name(), 100);
        requireText("shortName", organ.shortName(), 50);
        String id = Ids.next();
        Optional<Organ> parent = Optional.ofNullable(organ.parentId()).map(this::get);
        boolean government = organ.kind() == OrganKind.GOVERNMENT;
        if (!government && parent.isEmpty()) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("parentId", "REQUIRED")));
        }
        String path = parent.map(Organ::path).orElse("/") + organ.code() + "/";
        if (mapper.countByPath(path) > 0) {
            throw Refusal.conflict("ORGAN_EXISTS", path);
        }
        String governmentId = government ? id : parent.orElseThrow().governmentId();
        Organ created = new Organ(
                id,
                organ.name().strip(),
                organ.shortName().strip(),
                organ.parentId(),
                path,
                organ.kind(),
                governmentId,
                organ.numberCode(),
                organ.sort());
        mapper.insert(created, PinyinOrder.key(created.name()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("organId", id);
        facts.put("name", created.name());
        facts.put("path", path);
        facts.put("kind", organ.kind().name());
        events.publishEvent(Act.of("identity.organCreated", null, actor, facts));
        return created;
    }

    /** Gives an organ another name (ADMIN); its path, and so every scope, stays. */
    @Transactional
    public Organ rename(String id, String name, String shortName, Actor actor) {
        Permission.requireAdmin(actor);
        requireText("name", name, 100);
        requireText("shortName", shortName, 50);
        Organ before = get(id);
        int version = mapper.findVersion(id);
        if (mapper.updateName(id, name.strip(), shortName.strip(), PinyinOrder.key(name.strip()), version) != 1) {
            throw Refusal.conflict("ORGAN_CHANGED");
        }
        events.publishEvent(Act.of(
                "identity.organRenamed",
                null,
                actor,
                Map.of("organId", id, "before", before.name(), "after", name.strip())));
        return get(id);
    }

    private static void requireText(String field, String value, int max) {
        if (value.isBlank()) {
            throw Refusal.fields(List.of(Refusal.FieldError.of(field, "REQUIRED")));
        }
        int length = value.strip().length();
        if (length > max) {
            throw Refusal.fields(List.of(Refusal.FieldError.of(field, "TOO_LONG", max, length)));
        }
    }
}
