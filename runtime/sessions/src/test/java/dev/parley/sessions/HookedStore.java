package dev.parley.sessions;

import dev.parley.sessions.store.SessionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A store at which something happens between two of its doings: what another thread or node could do just then. */
final class HookedStore {

    private HookedStore() {}

    /** Returns a store that does what another one does; before it does something of this name, something else happens, which may keep it from that. */
    static SessionStore before(SessionStore store, String method, Runnable hook) {
        return hooked(store, method, hook, () -> {});
    }

    /** Returns a store that does what another one does; once it has done something of this name, something else happens. */
    static SessionStore after(SessionStore store, String method, Runnable hook) {
        return hooked(store, method, () -> {}, hook);
    }

    private static SessionStore hooked(SessionStore store, String method, Runnable before, Runnable after) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(),
                new Class<?>[] {SessionStore.class},
                (proxy, called, arguments) -> {
                    boolean hooked = called.getName().equals(method);
                    if (hooked) {
                        before.run();
                    }
                    Object result;
                    try {
                        result = called.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (hooked) {
                        after.run();
                    }
                    return result;
                });
    }
}
