package io.slipway.sandbox.temporal;

import io.temporal.testserver.TestServer;
import java.lang.reflect.Field;
import java.util.LinkedList;

/**
 * Keeps the embedded server's time per step flat. Temporal's test server notes every lock of its clock in a list from
 * which some are never taken, and looks for those it takes from the oldest on: after some thousand steps it does little
 * else. Those it takes are among the youngest, so here they are looked for from that end.
 *
 * <p>The list is private to the test server (1.38.0). Where it is not found, everything works, only slower; a test tells
 * when that is so.
 */
final class QuickLocks {
    private QuickLocks() {}

    /** Whether the server has been made quick. */
    static boolean in(TestServer.InProcessTestServer server) {
        try {
            Object starter = field(server, "testServicesStarter").get(server);
            Object timer = field(starter, "selfAdvancingTimer").get(starter);
            Field events = field(timer, "lockEvents");
            if (events.get(timer) instanceof LinkedList<?> before) {
                events.set(timer, new YoungestFirst(before)); // nobody has asked the server anything yet
                return true;
            }
            return false;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false; // another version, or a JVM that keeps its fields closed
        }
    }

    private static Field field(Object owner, String name) throws NoSuchFieldException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** Looks for what it removes from the youngest on. A linked list, since the field it goes into is one. */
    @SuppressWarnings({"JdkObsolete", "NonApiType"})
    private static final class YoungestFirst extends LinkedList<Object> {
        private static final long serialVersionUID = 1L;

        YoungestFirst(LinkedList<?> before) {
            super(before);
        }

        @Override
        public boolean remove(Object event) {
            return removeLastOccurrence(event);
        }
    }
}
