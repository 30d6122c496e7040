package io.mingjing.review;

import io.mingjing.engine.Decisions;
import io.mingjing.identity.Organ;
import io.mingjing.identity.OrganKind;
import io.mingjing.identity.Organs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Proposes the organ that is competent to review an act, by the table {@code jurisdiction.dmn}. The officer decides. */
@Service
public class Jurisdiction {

    private static final String TABLE = "jurisdiction";

    private final Decisions decisions;
    private final Organs organs;

    Jurisdiction(Decisions decisions, Organs organs) {
        this.decisions = decisions;
        this.organs = organs;
    }

    /**
     * A competent organ.
     *
     * @param code what sort of organ it is, text {@code review.competent.<code>}
     * @param article where the law says so, such as {@code L24.1(1)}, text {@code review.article.<article>}
     * @param organId the organ of the tree, where it is one
     */
    public record Competent(
            String code,
            String article,
            @Nullable String organId,
            @Nullable String organName) {}

    /**
     * The proposal.
     *
     * @param makerKind the kind of maker it is made for; null where nothing is known of the maker
     * @param organs more than one where the applicant may choose
     */
    public record Proposal(@Nullable String makerKind, List<Competent> organs) {
        public Proposal {
            organs = List.copyOf(organs);
        }

        public boolean choice() {
            return organs.size() > 1;
        }

        /** Whether that organ is among those proposed, or none of them can be told. */
        public boolean allows(String organId) {
            return organs.isEmpty()
                    || organs.stream()
                            .anyMatch(one -> one.organId() == null
                                    ? one.code().equals("LOCAL_GOVERNMENT")
                                    : one.organId().equals(organId));
        }
    }

    /**
     * Who is competent.
     *
     * @param makerKind kind of maker; null to conclude it from the organ
     * @param respondentId the organ that made the act; null where it is not known yet
     */
    public Proposal of(@Nullable String makerKind, @Nullable String respondentId) {
        Optional<Organ> maker = respondentId == null ? Optional.empty() : organs.find(respondentId);
        String kind = makerKind != null && !makerKind.isBlank()
                ? makerKind
                : maker.map(Jurisdiction::kindOf).orElse(null);
        if (kind == null) {
            return new Proposal(null, List.of());
        }
        List<Competent> competent = decisions.evaluate(TABLE, Map.of("makerKind", kind)).stream()
                .map(row -> competent(
                        Objects.toString(row.get("competent")),
                        Objects.toString(row.get("article")),
                        kind,
                        maker.orElse(null)))
                .toList();
        return new Proposal(kind, competent);
    }

    /** What the tree knows of an organ; a sub-district office is a dispatched organ, a township a lower government. */
    private static @Nullable String kindOf(Organ organ) {
        return switch (organ.kind()) {
            case DEPARTMENT -> "OWN_DEPARTMENT";
            case GOVERNMENT -> "LOWER_GOVERNMENT";
            case JUSTICE_BUREAU -> "JUSTICE_BUREAU";
            case TOWNSHIP -> organ.name().contains("街道") ? "DISPATCHED_ORGAN" : "LOWER_GOVERNMENT";
            case OTHER -> null;
        };
    }

    private Competent competent(String code, String article, String kind, @Nullable Organ maker) {
        Organ organ = maker == null
                ? null
                : switch (code) {
                    case "THIS_GOVERNMENT" -> kind.equals("LOWER_GOVERNMENT") ? above(maker) : government(maker);
                    case "DEPARTMENT_GOVERNMENT" -> government(maker);
                    case "HIGHER_JUSTICE" -> higherJustice(maker);
                    default -> null;
                };
        return new Competent(code, article, organ == null ? null : organ.id(), organ == null ? null : organ.name());
    }

    private @Nullable Organ government(Organ maker) {
        return organs.find(maker.governmentId()).orElse(null);
    }

    /** The government over a government; for a township without its own government in the tree, the one it belongs to. */
    private @Nullable Organ above(Organ maker) {
        if (!maker.isGovernment()) {
            return government(maker);
        }
        String parent = maker.parentId();
        return parent == null
                ? null
                : organs.find(parent)
                        .flatMap(one -> organs.find(one.governmentId()))
                        .orElse(null);
    }

    private @Nullable Organ higherJustice(Organ bureau) {
        Organ government = government(bureau);
        Organ higher = government == null ? null : above(government);
        return higher == null
                ? null
                : organs.all().stream()
                        .filter(one -> one.kind() == OrganKind.JUSTICE_BUREAU
                                && one.governmentId().equals(higher.id()))
                        .findFirst()
                        .orElse(null);
    }
}
