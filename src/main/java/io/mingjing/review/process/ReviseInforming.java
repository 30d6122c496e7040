package io.mingjing.review.process;

import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.document.Letters;
import io.mingjing.shared.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 修改告知书: a returned letter opens with what it says. */
@Component
class ReviseInforming implements TaskHandler {

    private final CaseLetters letters;
    private final Letters book;

    ReviseInforming(CaseLetters letters, Letters book) {
        this.letters = letters;
        this.book = book;
    }

    @Override
    public String processKey() {
        return InformApplicantProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return InformApplicantProcess.REVISE_INFORMING;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Map<String, Object> said = book.fields(
                letters.current(task.file().id(), InformApplicant.LETTER).id());
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : List.of("informText", "properRespondent", "earlierMatter")) {
            Object value = said.get(name);
            if (value != null) {
                values.put(name, value.toString());
            }
        }
        return values;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        return Map.of();
    }
}
