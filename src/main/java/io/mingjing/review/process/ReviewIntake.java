package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseIntake;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.review.AcceptanceReviews;
import io.mingjing.review.AgencyRelays;
import io.mingjing.review.Enquiries;
import io.mingjing.review.Enquiry;
import io.mingjing.review.NewApplication;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The start form 登记收件: what is written there becomes an application with its parties. */
@Component
class ReviewIntake implements CaseIntake {

    private static final Map<Enquiry.Way, String> CHANNELS =
            Map.of(Enquiry.Way.LETTER, "POST", Enquiry.Way.ONLINE, "ONLINE");

    private final Reviews reviews;
    private final AcceptanceReviews acceptances;
    private final AgencyRelays relays;
    private final Enquiries enquiries;
    private final Organs organs;
    private final Clock clock;

    ReviewIntake(
            Reviews reviews,
            AcceptanceReviews acceptances,
            AgencyRelays relays,
            Enquiries enquiries,
            Organs organs,
            Clock clock) {
        this.reviews = reviews;
        this.acceptances = acceptances;
        this.relays = relays;
        this.enquiries = enquiries;
        this.organs = organs;
        this.clock = clock;
    }

    @Override
    public Area area() {
        return Area.REVIEW;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public boolean mayStart(Actor actor) {
        return actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD);
    }

    @Override
    public Map<String, Object> prefill(Actor actor) {
        return Map.of("receivedOn", LocalDate.now(clock), "channel", "COUNTER");
    }

    /** What the enquiry said is carried over. */
    @Override
    public Map<String, Object> prefill(Actor actor, Map<String, String> from) {
        Map<String, Object> values = new LinkedHashMap<>(prefill(actor));
        String enquiryId = from.get("enquiry");
        if (enquiryId != null) {
            Enquiry enquiry = enquiries.get(enquiryId, actor);
            values.put("enquiryNumber", enquiry.number());
            values.put("channel", CHANNELS.getOrDefault(enquiry.way(), "COUNTER"));
            values.put("applicantKind", enquiry.visitorKind());
            values.put("applicantName", enquiry.visitor());
            values.put("reasons", enquiry.matter());
            enquiries.phone(enquiryId, actor).ifPresent(phone -> values.put("applicantPhone", phone));
        }
        return values;
    }

    @Override
    public CaseFile start(Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        CaseFile file = reviews.register(
                new NewApplication(
                        answers.date("receivedOn"),
                        answers.text("channel"),
                        answers.text("actName"),
                        answers.optionalText("actNumber"),
                        answers.text("actKind"),
                        answers.optionalDate("actMadeOn"),
                        answers.optionalDate("knownOn"),
                        answers.text("requests"),
                        answers.text("reasons"),
                        answers.optionalText("prerequisiteGround"),
                        answers.optionalText("documentName"),
                        answers.ticked("compensationClaimed"),
                        parties(answers)),
                actor);
        acceptances.enter(file.id(), IntakeAnswers.registered(answers));
        relays.begin(file.id(), actor);
        String enquiry = answers.optionalText("enquiryNumber");
        if (enquiry != null) {
            enquiries.applied(enquiry, file, actor);
        }
        return file;
    }

    private List<NewParty> parties(Answers answers) {
        List<NewParty> parties = new ArrayList<>();
        parties.add(new NewParty(
                PartyRole.APPLICANT,
                PartyKind.valueOf(answers.text("applicantKind")),
                answers.text("applicantName"),
                null,
                null,
                answers.optionalText("applicantIdNumber"),
                answers.optionalText("applicantPhone"),
                null,
                answers.optionalText("applicantAddress")));
        String agent = answers.optionalText("agentName");
        if (agent != null) {
            parties.add(new NewParty(
                    PartyRole.AGENT,
                    PartyKind.PERSON,
                    agent,
                    null,
                    null,
                    null,
                    answers.optionalText("agentPhone"),
                    null,
                    null));
        }
        Organ respondent = organs.find(answers.text("respondentOrgan"))
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("respondentOrgan", "ORGAN_UNKNOWN"))));
        parties.add(NewParty.organ(PartyRole.RESPONDENT, respondent.id(), respondent.name()));
        String third = answers.optionalText("thirdPartyName");
        if (third != null) {
            parties.add(NewParty.person(PartyRole.THIRD_PARTY, third));
        }
        return parties;
    }
}
