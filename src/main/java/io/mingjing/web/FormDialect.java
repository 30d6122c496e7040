package io.mingjing.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Lets templates of every module say {@code ${#forms.of(form, values, errors)}} without knowing this module. */
@Component
class FormDialect extends AbstractDialect implements IExpressionObjectDialect {

    private static final String NAME = "forms";

    private final ObjectProvider<FormViews> views;

    FormDialect(ObjectProvider<FormViews> views) {
        super("Mingjing forms");
        this.views = views;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return Set.of(NAME);
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                return NAME.equals(name) ? new Templates(views.getObject()) : null;
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }

    /** What a template may ask. Public, since expressions are evaluated by reflection. */
    public static final class Templates {

        private final FormViews views;

        private Templates(FormViews views) {
            this.views = views;
        }

        public Object of(
                io.mingjing.engine.Form form,
                java.util.@Nullable Map<String, ?> values,
                java.util.@Nullable Collection<io.mingjing.shared.Refusal.FieldError> errors) {
            return views.of(form, values, errors);
        }
    }
}
