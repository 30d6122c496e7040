package io.mingjing.web;

import io.mingjing.casefile.TaskForm;
import io.mingjing.document.FileAnswers;
import io.mingjing.identity.CurrentUser;
import io.mingjing.portal.OrganChains;
import io.mingjing.portal.OrganMatters;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.shared.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The pages of an organ: what is addressed to it, and how its answer is made before it is handed in. */
@Controller
@RequestMapping("/organ")
class OrganController {

    private static final String TASK = "redirect:/organ/tasks/";

    private final OrganMatters matters;
    private final OrganChains chains;
    private final RefusalTexts texts;
    private final CurrentUser user;

    OrganController(OrganMatters matters, OrganChains chains, RefusalTexts texts, CurrentUser user) {
        this.matters = matters;
        this.chains = chains;
        this.texts = texts;
        this.user = user;
    }

    @GetMapping
    String page(Model model) {
        Actor actor = user.actor();
        boolean contact = actor.has(Role.ORGAN_CONTACT);
        model.addAttribute("contact", contact);
        model.addAttribute("mine", chains.mine(actor));
        model.addAttribute("matters", contact ? matters.tasks(actor) : List.of());
        model.addAttribute("letters", contact ? matters.letters(actor) : List.of());
        return "web/organ";
    }

    @PostMapping("/letters/{letterId}/signature")
    String signFor(@PathVariable String letterId) {
        matters.signFor(letterId, user.actor());
        return "redirect:/organ";
    }

    @GetMapping("/tasks/{id}")
    String task(@PathVariable String id, Model model) {
        return task(id, null, List.of(), model);
    }

    private String task(
            String id, @Nullable Map<String, Object> typed, List<RefusalTexts.FieldText> faults, Model model) {
        Actor actor = user.actor();
        OrganChains.View view = chains.view(id, actor);
        TaskForm form = chains.form(id, actor);
        Map<String, Object> values = new LinkedHashMap<>(form.values());
        values.putAll(view.values());
        if (typed != null) {
            values.putAll(typed);
        }
        model.addAttribute("chain", view);
        model.addAttribute("form", form.form());
        model.addAttribute("values", values);
        model.addAttribute("errors", List.of());
        model.addAttribute("plain", true);
        model.addAttribute("colleagues", chains.colleagues(id, actor));
        model.addAttribute("faults", faults);
        return "web/organ-task";
    }

    @PostMapping("/tasks/{id}/assignment")
    String assign(
            @PathVariable String id, @RequestParam String handler, @RequestParam(defaultValue = "") String remark) {
        chains.assign(id, handler, remark, user.actor());
        return TASK + id;
    }

    @PostMapping("/tasks/{id}/answer")
    String save(@PathVariable String id, HttpServletRequest request) {
        Actor actor = user.actor();
        chains.save(id, FormValues.read(chains.form(id, actor).form(), request), actor);
        return TASK + id + "#evidence";
    }

    @PostMapping("/tasks/{id}/evidence")
    String addEvidence(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String evidenceName,
            @RequestParam(defaultValue = "") String evidenceProves,
            @RequestParam(defaultValue = "") String evidencePages,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model,
            Locale locale)
            throws IOException {
        String fileName = file == null ? "" : Objects.toString(file.getOriginalFilename(), "");
        try (InputStream in =
                file == null || fileName.isEmpty() ? InputStream.nullInputStream() : file.getInputStream()) {
            chains.addEvidence(
                    id,
                    evidenceName,
                    evidenceProves,
                    pages(evidencePages),
                    fileName.isEmpty() ? null : fileName,
                    fileName.isEmpty() ? null : in,
                    user.actor());
            return TASK + id + "#evidence";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("evidenceName", evidenceName);
            model.addAttribute("evidenceProves", evidenceProves);
            model.addAttribute("evidencePages", evidencePages);
            return task(id, null, texts.all(refusal, locale), model);
        }
    }

    private static @Nullable Integer pages(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        return typed.strip().matches("\\d{1,6}") ? Integer.valueOf(typed.strip()) : Integer.valueOf(-1);
    }

    @PostMapping("/tasks/{id}/evidence/{pieceId}/removal")
    String removeEvidence(@PathVariable String id, @PathVariable String pieceId) {
        chains.removeEvidence(id, pieceId, user.actor());
        return TASK + id + "#evidence";
    }

    @GetMapping("/tasks/{id}/files/{fileId}")
    ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String fileId) {
        return FileAnswers.send(chains.openEvidence(id, fileId, user.actor()), false);
    }

    @GetMapping("/tasks/{id}/notices/{letterId}")
    ResponseEntity<Resource> notice(@PathVariable String id, @PathVariable String letterId) {
        return FileAnswers.send(chains.openNotice(id, letterId, user.actor()), false);
    }

    @PostMapping("/tasks/{id}/forwarding")
    String forward(
            @PathVariable String id, @RequestParam String signer, @RequestParam(defaultValue = "") String remark) {
        chains.forward(id, signer, remark, user.actor());
        return TASK + id;
    }

    @PostMapping("/tasks/{id}/signature")
    String sign(
            @PathVariable String id,
            @RequestParam String result,
            @RequestParam(defaultValue = "") String opinion,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            chains.sign(id, result.equals("APPROVE"), opinion, user.actor());
            return result.equals("APPROVE") ? "redirect:/organ" : TASK + id;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return task(id, null, texts.all(refusal, locale), model);
        }
    }

    @PostMapping("/tasks/{id}/submission")
    String submit(@PathVariable String id, HttpServletResponse response, Model model, Locale locale) {
        try {
            chains.submit(id, user.actor());
            return "redirect:/organ";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return task(id, null, texts.all(refusal, locale), model);
        }
    }
}
