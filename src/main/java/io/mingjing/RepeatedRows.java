package io.mingjing;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.XNode;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the text of a statement that repeats a part for each element of a list and varies in nothing else: an insert of
 * many rows, a list of ids. MyBatis puts such a text together anew at every call, which was half the processor time of an
 * insert of a hundred rows. Statements that vary in other ways stay with MyBatis.
 */
public final class RepeatedRows extends XMLLanguageDriver {

    /** Lengths of the list whose texts are kept for a statement. */
    private static final int KEPT = 4;

    @Override
    public SqlSource createSqlSource(Configuration configuration, XNode script, @Nullable Class<?> parameterType) {
        SqlSource source = super.createSqlSource(configuration, script, parameterType);
        return onlyLoop(script)
                .<SqlSource>map(loop -> new Repeating(
                        configuration, source, loop.getStringAttribute("collection"), loop.getStringAttribute("item")))
                .orElse(source);
    }

    /** The loop of a script that has nothing else that varies. */
    private static Optional<XNode> onlyLoop(XNode script) {
        List<XNode> parts = script.getChildren();
        if (parts.size() != 1) {
            return Optional.empty();
        }
        XNode loop = parts.get(0);
        boolean plain = loop.getName().equals("foreach")
                && loop.getChildren().isEmpty()
                && loop.getStringAttribute("item") != null
                && loop.getStringAttribute("index") == null
                && loop.getStringAttribute("collection").matches("\\w+");
        return plain ? Optional.of(loop) : Optional.empty();
    }

    private record Text(String sql, List<ParameterMapping> mappings) {}

    private static final class Repeating implements SqlSource {

        private final Configuration configuration;
        private final SqlSource source;
        private final String collection;
        private final String element;
        private final Map<Integer, Text> kept = Collections.synchronizedMap(new LinkedHashMap<>(8, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Text> eldest) {
                return size() > KEPT;
            }
        });

        Repeating(Configuration configuration, SqlSource source, String collection, String item) {
            this.configuration = configuration;
            this.source = source;
            this.collection = collection;
            this.element = "__frch_" + item + "_"; // as MyBatis calls the elements of a loop
        }

        @Override
        public BoundSql getBoundSql(Object parameter) {
            Collection<?> rows = rows(parameter);
            if (rows == null || rows.isEmpty()) {
                return source.getBoundSql(parameter);
            }
            Text text = kept.get(rows.size());
            if (text == null) {
                BoundSql made = source.getBoundSql(parameter);
                kept.put(rows.size(), new Text(made.getSql(), made.getParameterMappings()));
                return made;
            }
            BoundSql bound = new BoundSql(configuration, text.sql(), text.mappings(), parameter);
            int number = 0;
            for (Object row : rows) {
                bound.setAdditionalParameter(element + number++, row);
            }
            return bound;
        }

        private @Nullable Collection<?> rows(Object parameter) {
            return parameter instanceof Map<?, ?> named
                            && named.containsKey(collection)
                            && named.get(collection) instanceof Collection<?> found
                    ? found
                    : null;
        }
    }
}
