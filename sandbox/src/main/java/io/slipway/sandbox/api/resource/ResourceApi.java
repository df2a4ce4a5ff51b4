package io.slipway.sandbox.api.resource;

import io.slipway.sandbox.store.ObjectStore;
import java.io.IOException;

/** Answers requests for stored objects, by verb. */
public final class ResourceApi {

    private final Reads reads;
    private final Watches watches;
    private final Writes writes;
    private final Deletes deletes;
    private final Scales scales;

    /**
     * Works on a store.
     *
     * @param store the store
     */
    public ResourceApi(ObjectStore store) {
        this.reads = new Reads(store);
        this.watches = new Watches(store);
        this.writes = new Writes(store);
        this.deletes = new Deletes(store);
        this.scales = new Scales(store);
    }

    /**
     * Answers a request for an object, its status or its scale.
     *
     * @param call the request
     * @throws IOException when the client went away
     * @throws InterruptedException when the server stops
     */
    public void answer(Call call) throws IOException, InterruptedException {
        if (call.info().subresource().equals("scale")) {
            scales.answer(call);
            return;
        }
        switch (call.info().verb()) {
            case "get" -> reads.get(call);
            case "list" -> reads.list(call);
            case "watch" -> watches.watch(call);
            case "create" -> writes.create(call);
            case "update" -> writes.update(call);
            case "patch" -> writes.patch(call);
            case "delete" -> deletes.one(call);
            case "deletecollection" -> deletes.collection(call);
            default -> throw Methods.notAllowed();
        }
    }
}
