package io.mingjing.casefile;

import io.mingjing.document.LetterNumbers;
import io.mingjing.document.LetterType;
import io.mingjing.document.Numbers;
import io.mingjing.document.OfficialStyle;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.event.CaseChanged;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers of cases and their letters. A register number at receipt; the case number at the first formal document, one for
 * each case, with a type word for each letter (DOMAIN.md 3.11). All counters are rolled back with the act.
 */
@Component
class CaseNumbering implements LetterNumbers {

    private final Numbers numbers;
    private final Organs organs;
    private final CaseMapper mapper;
    private final CaseIndex index;
    private final ApplicationEventPublisher events;

    CaseNumbering(
            Numbers numbers, Organs organs, CaseMapper mapper, CaseIndex index, ApplicationEventPublisher events) {
        this.numbers = numbers;
        this.organs = organs;
        this.mapper = mapper;
        this.index = index;
        this.events = events;
    }

    /** {@code 收〔2026〕12号}, counted for each government and year. */
    String register(String governmentId, LocalDate receivedOn) {
        int year = receivedOn.getYear();
        return OfficialStyle.number("收", year, numbers.next(governmentId, "register", year));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String numberFor(String caseId, LetterType type, LocalDate on) {
        String caseNo = caseNumber(caseId, on);
        int bracket = caseNo.indexOf('〔');
        return caseNo.substring(0, bracket) + type.numberWord() + caseNo.substring(bracket);
    }

    /** The case number, allocated on first use; the caller is inside an act on this case. */
    String caseNumber(String caseId, LocalDate on) {
        if (mapper.findForUpdate(caseId).isEmpty()) {
            throw Refusal.notFound("CASE_NOT_FOUND");
        }
        CaseFile file = mapper.find(caseId).orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"));
        if (file.caseNo() != null) {
            return file.caseNo();
        }
        Organ government = organs.get(file.governmentId());
        String code = government.numberCode();
        if (code == null) {
            throw Refusal.conflict("NUMBER_CODE_MISSING", government.name());
        }
        int running = numbers.next(government.id(), "case-" + file.area().name(), on.getYear());
        String number = OfficialStyle.number(code + word(file.area()), on.getYear(), running);
        CaseFile numbered = CaseChange.of(file).caseNo(number).done();
        CaseChange.write(mapper, numbered);
        index.refresh(numbered);
        events.publishEvent(new CaseChanged(caseId));
        return number;
    }

    private static String word(Area area) {
        return switch (area) {
            case REVIEW -> "复";
            case SUPERVISION -> "监";
            case LITIGATION -> "诉";
            case FILING -> "规";
            case DECISION -> "策";
        };
    }
}
