package io.mingjing.casefile;

import io.mingjing.identity.PinyinOrder;
import io.mingjing.shared.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The next version of a case, made from the one that was read. */
final class CaseChange {

    private final CaseFile file;
    private @Nullable String caseNo;
    private String title;
    private CaseState state;
    private @Nullable String procedure;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate archivedOn;
    private @Nullable String outcome;

    private CaseChange(CaseFile file) {
        this.file = file;
        this.caseNo = file.caseNo();
        this.title = file.title();
        this.state = file.state();
        this.procedure = file.procedure();
        this.closedOn = file.closedOn();
        this.archivedOn = file.archivedOn();
        this.outcome = file.outcome();
    }

    static CaseChange of(CaseFile file) {
        return new CaseChange(file);
    }

    CaseChange caseNo(String value) {
        caseNo = value;
        return this;
    }

    CaseChange title(String value) {
        title = value;
        return this;
    }

    CaseChange procedure(String value) {
        procedure = value;
        return this;
    }

    CaseChange closed(String how, LocalDate on) {
        state = CaseState.CLOSED;
        outcome = how;
        closedOn = on;
        return this;
    }

    CaseChange archived(LocalDate on) {
        state = CaseState.ARCHIVED;
        archivedOn = on;
        return this;
    }

    /** The case as it will be; its version is still the one that was read, for the comparison. */
    CaseFile done() {
        return new CaseFile(
                file.id(),
                file.area(),
                file.kind(),
                file.registerNo(),
                caseNo,
                file.queryCode(),
                title,
                state,
                file.governmentId(),
                file.governmentPath(),
                file.unitId(),
                procedure,
                file.receivedOn(),
                closedOn,
                archivedOn,
                outcome,
                file.stage(),
                file.version(),
                file.registeredAt());
    }

    /** @throws Refusal {@code CASE_CHANGED} when somebody else was first */
    static void write(CaseMapper mapper, CaseFile file) {
        if (mapper.update(file, titleSort(file.title())) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }

    static String titleSort(String title) {
        return PinyinOrder.key(title);
    }
}
