package io.mingjing.identity.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Organ;
import io.mingjing.identity.OrganKind;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People and organs, for administrators. Works without script. */
@Controller
@RequestMapping("/admin")
class AdminController {

    private static final int SHOWN = 200;

    private final CurrentUser currentUser;
    private final People people;
    private final Organs organs;

    AdminController(CurrentUser currentUser, People people, Organs organs) {
        this.currentUser = currentUser;
        this.people = people;
        this.organs = organs;
    }

    /** What the form for a new person held. */
    record PersonForm(
            String login,
            String name,
            String organId,
            @Nullable Set<Role> roles,
            @Nullable String email) {
        static final PersonForm EMPTY = new PersonForm("", "", "", Set.of(), "");

        People.NewPerson draft() {
            String mail = email == null || email.isBlank() ? null : email.strip();
            return new People.NewPerson(login, name, organId, roles == null ? Set.of() : roles, mail);
        }
    }

    /** What the form for a new organ held. */
    record OrganForm(
            String organName,
            String shortName,
            String parentId,
            String code,
            OrganKind kind,
            @Nullable String numberCode,
            int sort) {
        static final OrganForm EMPTY = new OrganForm("", "", "", "", OrganKind.DEPARTMENT, "", 100);

        Organs.NewOrgan draft() {
            String word = numberCode == null || numberCode.isBlank() ? null : numberCode.strip();
            return new Organs.NewOrgan(
                    organName, shortName, parentId.isBlank() ? null : parentId, code, kind, word, sort);
        }
    }

    /** Before every handler here: nobody else reads these pages. The services check every act again. */
    @ModelAttribute("administrator")
    Actor administrator() {
        Actor actor = currentUser.actor();
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
        return actor;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        return listPage(q, PersonForm.EMPTY, OrganForm.EMPTY, List.of(), model);
    }

    @PostMapping("/people")
    String createPerson(
            PersonForm form,
            @ModelAttribute("administrator") Actor administrator,
            HttpServletResponse response,
            Model model) {
        try {
            People.NewPassword created = people.create(form.draft(), administrator);
            return personPage(created.person(), created.oneTimePassword(), model);
        } catch (Refusal refusal) {
            response.setStatus(422);
            return listPage("", form, OrganForm.EMPTY, fieldsOf(refusal), model);
        }
    }

    @PostMapping("/organs")
    String createOrgan(
            OrganForm form,
            @ModelAttribute("administrator") Actor administrator,
            HttpServletResponse response,
            Model model) {
        try {
            organs.create(form.draft(), administrator);
            return "redirect:/admin";
        } catch (Refusal refusal) {
            response.setStatus(422);
            return listPage("", PersonForm.EMPTY, form, fieldsOf(refusal), model);
        }
    }

    @PostMapping("/organs/{id}/name")
    String renameOrgan(
            @PathVariable String id,
            @RequestParam String name,
            @RequestParam String shortName,
            @ModelAttribute("administrator") Actor administrator) {
        organs.rename(id, name, shortName, administrator);
        return "redirect:/admin";
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable String id, Model model) {
        return personPage(people.get(id), null, model);
    }

    @PostMapping("/people/{id}/roles")
    String roles(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Set<Role> roles,
            @ModelAttribute("administrator") Actor administrator) {
        people.setRoles(id, roles == null ? EnumSet.noneOf(Role.class) : roles, administrator);
        return "redirect:/admin/people/" + id;
    }

    /** Answers with the page itself, not a redirect: the one-time password is shown in this answer and never again. */
    @PostMapping("/people/{id}/password")
    String resetPassword(@PathVariable String id, @ModelAttribute("administrator") Actor administrator, Model model) {
        People.NewPassword reset = people.resetPassword(id, administrator);
        return personPage(reset.person(), reset.oneTimePassword(), model);
    }

    @PostMapping("/people/{id}/closed")
    String deactivate(@PathVariable String id, @ModelAttribute("administrator") Actor administrator) {
        people.deactivate(id, administrator);
        return "redirect:/admin/people/" + id;
    }

    @PostMapping("/people/{id}/open")
    String reactivate(@PathVariable String id, @ModelAttribute("administrator") Actor administrator) {
        people.reactivate(id, administrator);
        return "redirect:/admin/people/" + id;
    }

    @PostMapping("/people/{id}/delegations")
    String delegate(
            @PathVariable String id,
            @RequestParam String toUserId,
            @RequestParam LocalDate fromOn,
            @RequestParam LocalDate toOn,
            @ModelAttribute("administrator") Actor administrator) {
        people.delegate(id, toUserId, fromOn, toOn, administrator);
        return "redirect:/admin/people/" + id;
    }

    @PostMapping("/people/{id}/delegations/{delegationId}/end")
    String endDelegation(
            @PathVariable String id,
            @PathVariable String delegationId,
            @ModelAttribute("administrator") Actor administrator) {
        people.endDelegation(delegationId, administrator);
        return "redirect:/admin/people/" + id;
    }

    private String listPage(
            String q, PersonForm person, OrganForm organ, List<Refusal.FieldError> errors, Model model) {
        List<Organ> all = organs.all();
        model.addAttribute("q", q);
        model.addAttribute("organs", all);
        model.addAttribute("organNames", all.stream().collect(Collectors.toMap(Organ::id, Organ::shortName)));
        model.addAttribute("people", people.search(q, SHOWN));
        model.addAttribute("roles", Role.values());
        model.addAttribute("kinds", OrganKind.values());
        model.addAttribute("person", person);
        model.addAttribute("organ", organ);
        model.addAttribute("errors", errors);
        return "identity/admin";
    }

    private String personPage(Person person, @Nullable String oneTimePassword, Model model) {
        List<Person> colleagues = people.inOrgan(person.organId()).stream()
                .filter(other -> !other.id().equals(person.id()))
                .toList();
        model.addAttribute("person", person);
        model.addAttribute("organ", organs.get(person.organId()));
        model.addAttribute("roles", Role.values());
        model.addAttribute("oneTimePassword", oneTimePassword);
        model.addAttribute("colleagues", colleagues);
        Map<String, String> names = people.delegationsFrom(person.id()).stream()
                .map(delegation -> people.get(delegation.toUserId()))
                .distinct()
                .collect(Collectors.toMap(Person::id, Person::name, (one, same) -> one));
        model.addAttribute("delegations", people.delegationsFrom(person.id()));
        model.addAttribute("names", names);
        return "identity/person";
    }

    /** The complaints of a refusal; a refusal without any goes on to the error page. */
    private static List<Refusal.FieldError> fieldsOf(Refusal refusal) {
        if (refusal.errors().isEmpty()) {
            throw refusal;
        }
        return refusal.errors();
    }
}
