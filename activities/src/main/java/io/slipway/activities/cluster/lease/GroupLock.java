package io.slipway.activities.cluster.lease;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.DeleteOptions;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.api.WriteGate;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.model.json.Hash;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Holds a concurrency group by a Lease. It does not expire by time, since a rollout may wait for days: a holder that is
 * known to be over loses it to the next who asks, any other only by {@link #free}. Taking it again as the same holder is
 * no conflict.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/architecture/leases/">Leases</a>
 */
public final class GroupLock {
    private static final ApiKind LEASES = ApiKind.namespaced("coordination.k8s.io/v1", "Lease", "leases");
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String GROUP = "slipway.io/group";
    private static final String PLACE = "slipway.io/place";
    private static final String FOLLOW = "slipway.io/follow";
    private static final String FREED = "slipway.io/freed";
    private static final int TRIES = 20;
    private static final int NAME = 40;

    private final KubeApi api;
    private final String namespace;
    private final String group;
    private final Clock clock;

    /**
     * The lock of a group.
     *
     * @param gate asked before each write
     * @param namespace where the Lease is
     * @param group any text
     */
    public GroupLock(Cluster cluster, WriteGate gate, String namespace, String group, Clock clock) {
        this.api = cluster.api().writing(gate);
        this.namespace = namespace;
        this.group = group;
        this.clock = clock;
    }

    /** What holding a group in a namespace asks. */
    public static Calls calls(String namespace) {
        return Calls.on(LEASES, namespace, "get", "create", "update", "delete");
    }

    /** Who holds the group, or empty when nobody does. */
    public Optional<Holder> holder() throws InterruptedException {
        return lease().flatMap(GroupLock::holder);
    }

    /**
     * Takes the group, unless another holds it.
     *
     * @param identity who asks
     * @param trail where it is carried out
     * @param isOver whether a holder is known to have ended; such a one loses the group
     * @return empty when it is taken, or else who holds it
     */
    public Optional<Holder> acquire(String identity, Trail trail, Predicate<String> isOver)
            throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Optional<JsonNode> lease = lease();
            Optional<Holder> holder = lease.flatMap(GroupLock::holder);
            if (holder.isPresent() && holder.get().identity().equals(identity)) {
                return Optional.empty();
            }
            if (holder.isPresent() && !isOver.test(holder.get().identity())) {
                return holder;
            }
            if (written(taken(identity, trail, lease), lease)) {
                return Optional.empty();
            }
        }
        throw new IllegalStateException("the Lease of group '" + group + "' keeps changing");
    }

    /**
     * Takes the group away from a holder. The Lease stays, without a holder and with a word of who freed it.
     *
     * @param holder who holds it now; a group that has changed hands meanwhile is left alone
     * @param by who frees it, as claimed
     * @return whether it is free now
     */
    public boolean free(Holder holder, String by) throws InterruptedException {
        Optional<JsonNode> lease = lease();
        if (lease.flatMap(GroupLock::holder).filter(holder::equals).isEmpty()) {
            return false;
        }
        ObjectNode free = bare(lease);
        String word = "by " + by + " at " + MICROS.format(clock.instant()) + "; it was held by " + holder.identity();
        free.withObject("/metadata/annotations").put(FREED, word);
        free.putObject("spec");
        return written(free, lease);
    }

    /** Lets the group go; what another holds stays. */
    public void release(String identity) throws InterruptedException {
        Optional<JsonNode> lease = lease();
        if (lease.flatMap(GroupLock::holder)
                .filter(holder -> holder.identity().equals(identity))
                .isPresent()) {
            try {
                // a Lease that was freed and taken since is the same object
                api.delete(LEASES, ref(), DeleteOptions.asRead(lease.get()));
            } catch (ApiException e) {
                if (e.code() != 409) {
                    throw e;
                }
                // somebody else holds it meanwhile
            }
        }
    }

    private ObjectNode taken(String identity, Trail trail, Optional<JsonNode> before) {
        ObjectNode lease = bare(before);
        lease.withObject("/metadata/annotations").put(PLACE, trail.place()).put(FOLLOW, trail.follow());
        String now = MICROS.format(clock.instant());
        lease.putObject("spec")
                .put("holderIdentity", identity)
                .put("acquireTime", now)
                .put("renewTime", now);
        return lease;
    }

    /** The Lease without a holder, in the version that was read. */
    private ObjectNode bare(Optional<JsonNode> before) {
        ObjectNode lease = JsonNodeFactory.instance.objectNode();
        lease.put("apiVersion", LEASES.apiVersion()).put("kind", LEASES.kind());
        ObjectNode metadata = lease.putObject("metadata");
        metadata.put("name", name()).put("namespace", namespace);
        metadata.putObject("annotations").put(GROUP, group);
        before.ifPresent(
                old -> metadata.set("resourceVersion", old.path("metadata").path("resourceVersion")));
        return lease;
    }

    /** Whether it could be written; somebody else may have been quicker. */
    private boolean written(ObjectNode lease, Optional<JsonNode> before) throws InterruptedException {
        try {
            if (before.isPresent()) {
                api.replace(LEASES, ref(), lease);
            } else {
                api.create(LEASES, namespace, lease);
            }
            return true;
        } catch (ApiException e) {
            if (e.code() == 409 || (e.code() == 404 && before.isPresent())) {
                return false;
            }
            throw e;
        }
    }

    private static Optional<Holder> holder(JsonNode lease) {
        String identity = lease.path("spec").path("holderIdentity").asText("");
        String since = lease.path("spec").path("acquireTime").asText("");
        JsonNode notes = lease.path("metadata").path("annotations");
        return identity.isEmpty()
                ? Optional.empty()
                : Optional.of(new Holder(
                        identity,
                        since.isEmpty() ? Instant.EPOCH : Instant.parse(since),
                        new Trail(
                                notes.path(PLACE).asText(""), notes.path(FOLLOW).asText(""))));
    }

    private Optional<JsonNode> lease() throws InterruptedException {
        return api.get(LEASES, namespace, name());
    }

    private ObjectRef ref() {
        return LEASES.ref(namespace, name());
    }

    /** A group may be any text; a name may not. */
    private String name() {
        String clean =
                group.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-").replaceAll("^-+|-+$", "");
        String cut = clean.length() > NAME ? clean.substring(0, NAME) : clean;
        return "slipway-group-"
                + (clean.equals(group) && cut.equals(clean)
                        ? clean
                        : cut + "-" + Hash.of(group).substring(0, 8));
    }
}
