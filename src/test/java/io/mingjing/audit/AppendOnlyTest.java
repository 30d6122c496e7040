package io.mingjing.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;

/** The log's mapper can add entries and read them; it has no statement that changes or removes one. */
class AppendOnlyTest {

    private static final Pattern WRITE = Pattern.compile("^(insert into|update|delete from|[a-rt-z]\\w*) (\\w+)");

    @Test
    void noStatementChangesOrRemovesAnEntry() throws Exception {
        List<String> writes = new ArrayList<>();
        int reads = 0;
        for (MappedStatement mapped : statements()) {
            String sql = sqlOf(mapped);
            Matcher write = WRITE.matcher(sql);
            if (write.find()) {
                writes.add(write.group(1) + " " + write.group(2));
            } else {
                assertThat(sql).startsWith("select ").doesNotContain(";");
                reads++;
            }
        }
        assertThat(reads).isPositive();
        assertThat(writes)
                .containsExactlyInAnyOrder(
                        "insert into audit_entry",
                        "insert into audit_personal",
                        "update audit_head",
                        "delete from audit_personal");
    }

    private static String sqlOf(MappedStatement mapped) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("rows", List.of(new PersonalRow(1, "n", "s", "v")));
        parameters.put("seqs", List.of(1L));
        parameters.put("caseIds", List.of("c"));
        parameters.put("before", 1L);
        parameters.put("query", new LogQuery("c", "a", "k.", LocalDate.EPOCH, LocalDate.EPOCH));
        return mapped.getBoundSql(parameters).getSql().strip().replaceAll("\\s+", " ");
    }

    private static List<MappedStatement> statements() throws Exception {
        Configuration configuration = new Configuration();
        String xml = "io/mingjing/audit/LogMapper.xml";
        try (var in = Resources.getResourceAsStream(xml)) {
            new XMLMapperBuilder(in, configuration, xml, configuration.getSqlFragments()).parse();
        }
        if (!configuration.hasMapper(LogMapper.class)) {
            configuration.addMapper(LogMapper.class);
        }
        List<MappedStatement> statements = new ArrayList<>();
        for (Object statement : configuration.getMappedStatements()) {
            if (statement instanceof MappedStatement mapped && !statements.contains(mapped)) {
                statements.add(mapped);
            }
        }
        return statements;
    }
}
