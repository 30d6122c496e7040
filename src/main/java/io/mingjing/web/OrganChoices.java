package io.mingjing.web;

import io.mingjing.engine.Field;
import io.mingjing.engine.Form;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets people choose an organ by name where a form asks for one (property {@code picker=organ}). */
@Component
class OrganChoices {

    private final Organs organs;

    OrganChoices(Organs organs) {
        this.organs = organs;
    }

    /** The form as it is drawn: fields that take an organ offer the directory, in official order. */
    Form offeredIn(Form form) {
        return new Form(
                form.id(),
                form.version(),
                form.json(),
                form.fields().stream().map(this::offered).toList());
    }

    private Field offered(Field field) {
        if (!"organ".equals(field.properties().get("picker"))) {
            return field;
        }
        List<Field.Option> choices = organs.all().stream()
                .map((Organ organ) -> new Field.Option(organ.id(), organ.name()))
                .toList();
        return new Field(
                field.key(),
                Field.Type.SELECT,
                field.label(),
                field.description(),
                field.required(),
                null,
                null,
                null,
                null,
                null,
                choices,
                field.hideWhen(),
                field.defaultValue(),
                field.properties(),
                field.readOnly(),
                null);
    }
}
