package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseTitles;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The parties and the title of a case for machines, under the same rules as the pages. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class PartyApi {

    record Departure(@Nullable LocalDate on, @Nullable String reason) {}

    record Representative(
            @Nullable Boolean representative, @Nullable Integer version) {}

    /**
     * Title and matter of a case.
     *
     * @param matter what it is about; null leaves it as it is
     * @param version of the case as it was read
     */
    record Title(
            @Nullable String title,
            @Nullable String matter,
            @Nullable Integer version) {}

    private final Cases cases;
    private final CaseTitles titles;
    private final Parties parties;
    private final Organs organs;
    private final CurrentUser user;

    PartyApi(Cases cases, CaseTitles titles, Parties parties, Organs organs, CurrentUser user) {
        this.cases = cases;
        this.titles = titles;
        this.parties = parties;
        this.organs = organs;
        this.user = user;
    }

    @GetMapping("/parties")
    List<Party> all(@PathVariable String caseId) {
        cases.get(caseId, user.actor());
        return parties.of(caseId);
    }

    @PostMapping("/parties")
    @ResponseStatus(HttpStatus.CREATED)
    Party add(@PathVariable String caseId, @RequestBody PartyForm body) {
        return parties.add(caseId, body.party(organs), user.actor());
    }

    @PutMapping("/parties/{partyId}")
    Party correct(@PathVariable String caseId, @PathVariable String partyId, @RequestBody PartyForm body) {
        Actor actor = user.actor();
        Party party = require(caseId, partyId, actor);
        return parties.correct(partyId, body.inRole(party.role()).party(organs), body.shownVersion(), actor);
    }

    @PostMapping("/parties/{partyId}/departure")
    Party leave(@PathVariable String caseId, @PathVariable String partyId, @RequestBody Departure body) {
        Actor actor = user.actor();
        require(caseId, partyId, actor);
        parties.leave(partyId, given("on", body.on()), Objects.toString(body.reason(), ""), actor);
        return require(caseId, partyId, actor);
    }

    @PutMapping("/parties/{partyId}/representative")
    Party represent(@PathVariable String caseId, @PathVariable String partyId, @RequestBody Representative body) {
        Actor actor = user.actor();
        require(caseId, partyId, actor);
        parties.represent(
                partyId, given("representative", body.representative()), given("version", body.version()), actor);
        return require(caseId, partyId, actor);
    }

    @PutMapping("/title")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retitle(@PathVariable String caseId, @RequestBody Title body) {
        titles.correct(
                caseId, given("title", body.title()), body.matter(), given("version", body.version()), user.actor());
    }

    private Party require(String caseId, String partyId, Actor actor) {
        cases.get(caseId, actor);
        return parties.of(caseId).stream()
                .filter(party -> party.id().equals(partyId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PARTY_NOT_FOUND"));
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.fields(List.of(FieldError.of(field, "REQUIRED")));
        }
        return value;
    }
}
