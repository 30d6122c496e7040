package io.mingjing.identity;

import io.mingjing.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** People; the lists with their roles are in the XML of the same name. */
@Mapper
interface PersonMapper {

    List<UserRow> findById(String id);

    List<UserRow> findByLogin(String login);

    /** Active people of a government who hold a role themselves, in pinyin order. */
    List<UserRow> findByRole(@Param("role") Role role, @Param("governmentId") String governmentId);

    /** Active people of a government with a role other than contact, administrator and auditor, in pinyin order. */
    List<UserRow> findOfficers(String governmentId);

    /** Active people of an organ, in pinyin order. */
    List<UserRow> findByOrgan(String organId);

    List<UserRow> searchByText(@Param("pattern") String pattern, @Param("limit") int limit);

    @Select("""
            select r.role, u.organ_id, o.government_id
            from identity_delegation d
            join identity_user u on u.id = d.from_user_id
            join identity_organ o on o.id = u.organ_id
            join identity_user_role r on r.user_id = u.id
            where d.to_user_id = #{userId} and d.from_on <= #{today} and d.to_on >= #{today}
              and d.ended_at is null and u.active = true
            """)
    List<LentRole> findLentRoles(@Param("userId") String userId, @Param("today") LocalDate today);

    @Select("select count(*) from identity_user")
    int countAll();

    @Select("""
            select count(*)
            from identity_user u
            join identity_user_role r on r.user_id = u.id
            where r.role = 'ADMIN' and u.active = true and u.id <> #{userId}
            """)
    int countOtherAdmins(String userId);

    @Select("""
            select id as user_id, password_hash, must_change_password, active, version
            from identity_user
            where login = #{login}
            """)
    Optional<Credentials> findCredentials(String login);

    @Select("select version from identity_user where id = #{id}")
    int findVersion(String id);

    @Insert("""
            insert into identity_user
              (id, login, name, sort_key, organ_id, email, active, locale, password_hash, must_change_password,
               created_at, version)
            values
              (#{person.id}, #{person.login}, #{person.name}, #{sortKey}, #{person.organId}, #{person.email},
               #{person.active}, #{person.locale}, #{passwordHash}, #{mustChange}, #{createdAt}, 0)
            """)
    void insert(
            @Param("person") Person person,
            @Param("sortKey") String sortKey,
            @Param("passwordHash") String passwordHash,
            @Param("mustChange") boolean mustChange,
            @Param("createdAt") Instant createdAt);

    void insertRoles(@Param("userId") String userId, @Param("roles") Collection<Role> roles);

    @Delete("delete from identity_user_role where user_id = #{userId}")
    void deleteRoles(String userId);

    @Update("""
            update identity_user set version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateVersion(@Param("id") String id, @Param("version") int version);

    @Update("""
            update identity_user set active = #{active}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateActive(@Param("id") String id, @Param("active") boolean active, @Param("version") int version);

    @Update("""
            update identity_user
            set password_hash = #{hash}, must_change_password = #{mustChange}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updatePassword(
            @Param("id") String id,
            @Param("hash") String hash,
            @Param("mustChange") boolean mustChange,
            @Param("version") int version);

    @Update("""
            update identity_user set locale = #{locale}, version = version + 1
            where id = #{id} and version = #{version}
            """)
    int updateLocale(@Param("id") String id, @Param("locale") String locale, @Param("version") int version);

    @Insert("""
            insert into identity_delegation
              (id, from_user_id, to_user_id, from_on, to_on, recorded_by, recorded_at, version)
            values
              (#{d.id}, #{d.fromUserId}, #{d.toUserId}, #{d.fromOn}, #{d.toOn}, #{recordedBy}, #{recordedAt}, 0)
            """)
    void insertDelegation(
            @Param("d") Delegation delegation,
            @Param("recordedBy") String recordedBy,
            @Param("recordedAt") Instant recordedAt);

    @Select("""
            select id, from_user_id, to_user_id, from_on, to_on
            from identity_delegation
            where id = #{id} and ended_at is null
            """)
    @Nullable
    Delegation findDelegation(String id);

    @Select("""
            select id, from_user_id, to_user_id, from_on, to_on
            from identity_delegation
            where from_user_id = #{userId} and to_on >= #{today} and ended_at is null
            order by from_on, id
            """)
    List<Delegation> findDelegationsFrom(@Param("userId") String userId, @Param("today") LocalDate today);

    /** Leaves of a person that touch these days. */
    @Select("""
            select count(*)
            from identity_delegation
            where from_user_id = #{userId} and from_on <= #{to} and to_on >= #{from} and ended_at is null
            """)
    int countLeaves(@Param("userId") String userId, @Param("from") LocalDate from, @Param("to") LocalDate to);

    @Update("""
            update identity_delegation set ended_at = #{endedAt}, version = version + 1
            where id = #{id} and ended_at is null
            """)
    int updateDelegationEnded(@Param("id") String id, @Param("endedAt") Instant endedAt);
}
