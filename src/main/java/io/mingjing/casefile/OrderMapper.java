package io.mingjing.casefile;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface OrderMapper {

    @Select("""
            select id, limit_id, limit_version, kind, set_length, end_on, document_name, document_no, document_date,
                   remark, ordered_by, ordered_name, ordered_at
            from casefile_limit_order
            where limit_id = #{limitId}
            order by limit_version
            """)
    List<LimitOrder> findByLimit(String limitId);

    @Insert("""
            insert into casefile_limit_order (id, limit_id, limit_version, kind, set_length, end_on, document_name,
              document_no, document_date, remark, ordered_by, ordered_name, ordered_at)
            values (#{id}, #{limitId}, #{limitVersion}, #{kind}, #{setLength}, #{endOn}, #{documentName},
              #{documentNo}, #{documentDate}, #{remark}, #{orderedBy}, #{orderedName}, #{orderedAt})
            """)
    void insert(LimitOrder order);
}
