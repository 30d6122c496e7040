package io.mingjing.engine;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;

/**
 * The users that Cockpit may ask the engine for: whoever is signed in, by name only. The engine keeps no people; without
 * this provider Cockpit would want to set up an administrator of its own.
 */
class CockpitUsers implements ReadOnlyIdentityProvider {

    /** Tells the engine of it. */
    static class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return ReadOnlyIdentityProvider.class;
        }

        @Override
        public Session openSession() {
            return new CockpitUsers();
        }
    }

    @Override
    public User findUserById(String userId) {
        UserEntity user = new UserEntity();
        user.setId(userId);
        user.setFirstName(userId);
        user.setLastName("");
        return user;
    }

    @Override
    public UserQuery createUserQuery() {
        return new NobodyQuery();
    }

    @Override
    public UserQuery createUserQuery(CommandContext command) {
        return new NobodyQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("The engine keeps no users");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return null;
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new NoGroupQuery();
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext command) {
        return new NoGroupQuery();
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenantQuery();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext command) {
        return new NoTenantQuery();
    }

    @Override
    public void flush() {
        // nothing is kept
    }

    @Override
    public void close() {
        // nothing is held
    }

    private static final class NobodyQuery extends UserQueryImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public long executeCount(CommandContext command) {
            return 0;
        }

        @Override
        public List<User> executeList(CommandContext command, @Nullable Page page) {
            return List.of();
        }
    }

    private static final class NoGroupQuery extends GroupQueryImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public long executeCount(CommandContext command) {
            return 0;
        }

        @Override
        public List<Group> executeList(CommandContext command, @Nullable Page page) {
            return List.of();
        }
    }

    private static final class NoTenantQuery extends TenantQueryImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public long executeCount(CommandContext command) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext command, @Nullable Page page) {
            return List.of();
        }
    }
}
