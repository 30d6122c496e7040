package io.mingjing.worklist;

import io.mingjing.shared.Area;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The steps and limits that tasks have had: what the filters offer. A value costs a statement only when this node meets it
 * for the first time.
 */
@Service
public class TaskFacets {

    private static final String STEP = "STEP";
    private static final String RULE = "RULE";

    private final FacetMapper mapper;
    private final Set<FacetMapper.Facet> known = ConcurrentHashMap.newKeySet();

    TaskFacets(FacetMapper mapper) {
        this.mapper = mapper;
    }

    /** A step: its definition key, and the name it has in the model. */
    public record Choice(String code, String label) {}

    /** Steps of these areas, by name. */
    @Transactional(readOnly = true)
    public List<Choice> steps(Set<Area> areas) {
        return choices(STEP, areas);
    }

    /** Limits of these areas, by id; the label is the id. */
    @Transactional(readOnly = true)
    public List<Choice> rules(Set<Area> areas) {
        return choices(RULE, areas);
    }

    private List<Choice> choices(String kind, Set<Area> areas) {
        return areas.isEmpty() ? List.of() : mapper.find(kind, areas);
    }

    void seen(Area area, String step, String name, @Nullable String rule) {
        note(new FacetMapper.Facet(STEP, step, area, name));
        if (rule != null) {
            note(new FacetMapper.Facet(RULE, rule, area, rule));
        }
    }

    private void note(FacetMapper.Facet facet) {
        if (known.contains(facet)) {
            return;
        }
        if (mapper.count(facet) == 0) {
            try {
                mapper.insert(facet);
            } catch (DuplicateKeyException metElsewhere) {
                return; // another act met it at the same moment; it stands there all the same
            }
        }
        // Not before the commit: what is rolled back has to be written again.
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    known.add(facet);
                }
            });
        }
    }
}
