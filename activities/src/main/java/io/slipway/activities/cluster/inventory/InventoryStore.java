package io.slipway.activities.cluster.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiException;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.api.ObjectRef;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Reads and writes an inventory. Steps that run side by side write it at the same time: a write that lost the race is
 * made again on what the other left.
 */
public final class InventoryStore {
    private static final int TRIES = 50;

    private final KubeApi api;
    private final InventoryName name;

    /** The inventory of that name; the API's gate is asked before each write. */
    public InventoryStore(KubeApi api, InventoryName name) {
        this.api = api;
        this.name = name;
    }

    /** What reading and writing an inventory in a namespace asks. */
    public static Calls calls(String namespace) {
        return Calls.on(Cluster.CONFIG_MAPS, namespace, "list", "create", "update");
    }

    /** What reading it asks. */
    public static Calls callsToRead(String namespace) {
        return Calls.on(Cluster.CONFIG_MAPS, namespace, "list");
    }

    /** The inventory; empty when there is none yet. */
    public Inventory load() throws InterruptedException {
        return shards().inventory();
    }

    /** Changes the inventory; nothing is written when it stays as it is. */
    public Inventory update(Inventory.Edit edit) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Shards shards = shards();
            Inventory wanted = edit.apply(shards.inventory());
            if (written(shards.changedTo(wanted))) {
                return wanted;
            }
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(5, 50)));
        }
        throw StepFailure.of(
                "could not write the inventory of pipeline " + name.pipeline() + " in namespace " + name.namespace(),
                "it was changed by others " + TRIES + " times meanwhile",
                "find out who writes the ConfigMaps " + name.shard(0) + " and following, then retry");
    }

    private boolean written(List<Shard> changed) throws InterruptedException {
        try {
            for (Shard shard : changed) {
                write(shard);
            }
            return true;
        } catch (ApiException e) {
            if (e.code() == 409) {
                return false;
            }
            throw e.passingOrFailure("write the inventory in namespace " + name.namespace());
        }
    }

    private void write(Shard shard) throws InterruptedException {
        JsonNode configMap = shard.configMap(name);
        if (shard.isNew()) {
            api.create(Cluster.CONFIG_MAPS, name.namespace(), configMap);
        } else {
            api.replace(Cluster.CONFIG_MAPS, ObjectRef.of(configMap), configMap);
        }
    }

    private Shards shards() throws InterruptedException {
        List<Shard> all = new ArrayList<>();
        for (JsonNode configMap :
                api.list(Cluster.CONFIG_MAPS, name.namespace(), ListQuery.labels(Shard.LABEL + "=" + name.label()))) {
            all.add(Shard.read(configMap));
        }
        all.sort(Comparator.comparingInt(Shard::number));
        return new Shards(all);
    }
}
