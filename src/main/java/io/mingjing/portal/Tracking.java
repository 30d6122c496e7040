package io.mingjing.portal;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds an application by its number and code. Whether there is such a number is looked at only after the code was found,
 * so an unknown number and a wrong code are one answer by one path: the same words, the same statements, the same time.
 */
@Service
public class Tracking {

    private final Cases cases;
    private final ApplicationMapper applications;
    private final Tries tries;
    private final PortalSettings settings;

    Tracking(Cases cases, ApplicationMapper applications, Tries tries, PortalSettings settings) {
        this.cases = cases;
        this.applications = applications;
        this.tries = tries;
        this.settings = settings;
    }

    /**
     * What was found.
     *
     * @param caseId null while the application waits for the desk, or was declined
     * @param applicationId null for a case that did not come through the portal
     */
    public record Found(@Nullable String caseId, @Nullable String applicationId) {}

    /**
     * @param address where the request came from
     * @throws Refusal {@code TRACK_UNKNOWN} where number and code do not belong together; {@code TOO_MANY_TRIES} after too
     *     many wrong tries from that address or for that number
     */
    public Found find(String typedNumber, String typedCode, String address) {
        String number = Codes.number(typedNumber);
        String code = Codes.normal(typedCode);
        tries.require(Tries.What.TRACK_ADDRESS, address, settings.triesPerAddress());
        tries.require(Tries.What.TRACK_NUMBER, number, settings.triesPerNumber());
        Optional<Found> byCase = cases.byQueryCode(code)
                .filter(file -> file.area() == Area.REVIEW && belongs(number, file))
                .map(file -> new Found(file.id(), null));
        Optional<Found> byApplication = applications
                .findByCode(Codes.digest(code))
                .filter(row ->
                        Codes.same(number, row.number()) || row.caseId() != null && belongs(number, row.caseId()))
                .map(row -> new Found(row.caseId(), row.id()));
        Optional<Found> found = byCase.or(() -> byApplication);
        if (found.isEmpty()) {
            tries.count(Tries.What.TRACK_ADDRESS, address);
            tries.count(Tries.What.TRACK_NUMBER, number);
            throw Refusal.notFound("TRACK_UNKNOWN");
        }
        return found.get();
    }

    private boolean belongs(String number, String caseId) {
        return belongs(number, cases.require(caseId));
    }

    private static boolean belongs(String number, CaseFile file) {
        String caseNo = file.caseNo();
        return Codes.same(number, file.registerNo()) || caseNo != null && Codes.same(number, caseNo);
    }
}
