package io.mingjing.document;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Running numbers per organ, kind and year, from 1 and without gaps: the counter's row stays locked until the
 * transaction of the act ends, and an act that rolls back gives its number back.
 */
@Service
public class Numbers {

    private final CounterMapper mapper;

    Numbers(CounterMapper mapper) {
        this.mapper = mapper;
    }

    /** The next number. Lock order: case, limits, counter, audit head. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int next(String organId, String kind, int year) {
        if (mapper.updateToNext(organId, kind, year) == 0) {
            open(organId, kind, year);
        }
        return mapper.findLast(organId, kind, year);
    }

    /** Makes the counter's row with 1, or counts on where another transaction has made it meanwhile. */
    private void open(String organId, String kind, int year) {
        // One row guards the making of all: two inserts of the same key would deadlock on MySQL.
        if (mapper.updateOpening() != 1) {
            throw new IllegalStateException("the row that guards the counters is missing");
        }
        if (mapper.updateToNext(organId, kind, year) == 0) {
            mapper.insertFirst(organId, kind, year);
        }
    }
}
