package io.mingjing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.parsing.XPathParser;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;

class RepeatedRowsTest {

    private record Row(String id, int number) {}

    private final Configuration configuration = new Configuration();

    @Test
    void aListOfTheSameLengthHasTheSameTextAndItsOwnValues() {
        SqlSource source =
                source("<insert>insert into t (a, b, c) values <foreach collection=\"rows\" item=\"r\" separator=\",\">"
                        + "(#{r.id}, #{r.number}, #{kind})</foreach></insert>");
        Map<String, Object> first = Map.of("rows", List.of(new Row("a", 1), new Row("b", 2)), "kind", "X");
        Map<String, Object> second = Map.of("rows", List.of(new Row("c", 3), new Row("d", 4)), "kind", "Y");

        BoundSql made = source.getBoundSql(first);
        BoundSql kept = source.getBoundSql(second);

        assertThat(kept.getSql()).isSameAs(made.getSql()).contains("(?, ?, ?)");
        assertThat(values(made, first)).containsExactly("a", 1, "X", "b", 2, "X");
        assertThat(values(kept, second)).containsExactly("c", 3, "Y", "d", 4, "Y");
        Map<String, Object> longer =
                Map.of("rows", List.of(new Row("e", 5), new Row("f", 6), new Row("g", 7)), "kind", "Z");
        assertThat(values(source.getBoundSql(longer), longer)).containsExactly("e", 5, "Z", "f", 6, "Z", "g", 7, "Z");
    }

    @Test
    void whatVariesInAnotherWayIsPutTogetherEachTime() {
        SqlSource source = source(
                "<select>select 1 from t where a in <foreach collection=\"ids\" item=\"id\" open=\"(\" separator=\",\""
                        + " close=\")\">#{id}</foreach><if test=\"more\"> and b = 2</if></select>");

        assertThat(source.getBoundSql(Map.of("ids", List.of("a"), "more", true)).getSql())
                .endsWith("and b = 2");
        assertThat(source.getBoundSql(Map.of("ids", List.of("b"), "more", false))
                        .getSql())
                .doesNotContain("b = 2");
    }

    private SqlSource source(String script) {
        return new RepeatedRows().createSqlSource(configuration, new XPathParser(script).evalNode("/*"), null);
    }

    private List<Object> values(BoundSql bound, Map<String, Object> parameter) {
        return bound.getParameterMappings().stream()
                .map(mapping -> bound.hasAdditionalParameter(mapping.getProperty())
                        ? bound.getAdditionalParameter(mapping.getProperty())
                        : parameter.get(mapping.getProperty()))
                .toList();
    }
}
