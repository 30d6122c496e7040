package io.mingjing;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Tells MyBatis once, at the start, which column goes to which component of a record: {@code dueOn} is {@code due_on}.
 * Left to itself it compares every column with every component for every row, which was half the processor time of
 * reading.
 */
@Component
class RecordRows implements SmartInitializingSingleton {

    private final SqlSessionFactory sessions;

    RecordRows(SqlSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Configuration configuration = sessions.getConfiguration();
        // Short names that two mappers share stand in the collection as another kind of object.
        for (Object found : new ArrayList<Object>(configuration.getMappedStatements())) {
            if (found instanceof MappedStatement statement) {
                map(configuration, statement);
            }
        }
    }

    private static void map(Configuration configuration, MappedStatement statement) {
        List<ResultMap> maps = statement.getResultMaps();
        if (maps.size() != 1 || !maps.get(0).getResultMappings().isEmpty()) {
            return;
        }
        ResultMap left = maps.get(0);
        mappings(configuration, left.getType()).ifPresent(mappings -> {
            ResultMap mapped =
                    new ResultMap.Builder(configuration, left.getId() + "-record", left.getType(), mappings).build();
            SystemMetaObject.forObject(statement).setValue("resultMaps", List.of(mapped));
        });
    }

    /** Empty for what is no record of plain values with one way to make it. */
    private static Optional<List<ResultMapping>> mappings(Configuration configuration, Class<?> type) {
        if (!type.isRecord() || type.getDeclaredConstructors().length != 1) {
            return Optional.empty();
        }
        List<ResultMapping> mappings = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!configuration.getTypeHandlerRegistry().hasTypeHandler(component.getType())) {
                return Optional.empty();
            }
            mappings.add(
                    new ResultMapping.Builder(configuration, null, column(component.getName()), component.getType())
                            .flags(List.of(ResultFlag.CONSTRUCTOR))
                            .build());
        }
        return Optional.of(mappings);
    }

    static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
