package io.mingjing.document;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface DepositMapper {

    @Insert("""
            insert into document_deposit (id, place, label, file_name, media_type, byte_size, sha256, left_at)
            values (#{id}, #{place}, #{label}, #{fileName}, #{mediaType}, #{size}, #{sha256}, #{leftAt})
            """)
    void insert(Deposit deposit);

    @Select("""
            select id, place, label, file_name, media_type, byte_size as size, sha256, left_at
            from document_deposit
            where place = #{place}
            order by left_at, id
            """)
    List<Deposit> findByPlace(String place);

    @Delete("delete from document_deposit where id = #{id} and place = #{place}")
    int delete(@Param("id") String id, @Param("place") String place);

    @Delete("delete from document_deposit where place = #{place}")
    int deleteByPlace(String place);

    @Select("select count(*) from document_deposit where sha256 = #{sha256}")
    int countBySha(String sha256);
}
