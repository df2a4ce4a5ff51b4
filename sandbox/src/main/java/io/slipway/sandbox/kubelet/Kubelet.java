package io.slipway.sandbox.kubelet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.Pods;
import io.slipway.sandbox.store.Kinds;
import io.slipway.sandbox.store.Meta;
import io.slipway.sandbox.store.StoreEvent;
import io.slipway.sandbox.store.Subscription;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts a worker for each pod that is bound to a node, and stops it when the pod goes. One kubelet serves all nodes. */
public final class Kubelet implements AutoCloseable {
    private static final long FLUSH_MILLIS = 25;

    private final NodeServices node;
    private final PortServers ports;
    private final ImagePuller puller;
    private final Map<String, PodWorker> workers = new ConcurrentHashMap<>();
    private final AtomicInteger addresses = new AtomicInteger(10);
    private final ScheduledExecutorService flusher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log-flush").factory());
    private Subscription subscription;

    Kubelet(NodeServices node, PortServers ports) {
        this.node = node;
        this.ports = ports;
        this.puller = new ImagePuller(node);
    }

    /** Starts; pods that ran before a restart of the sandbox go on where they were. */
    public void start() {
        node.store().views(Kinds.POD, "").objects().forEach(this::rememberAddress);
        subscription = node.store().subscribeWithPresent(this::changed);
        var unused =
                flusher.scheduleWithFixedDelay(node.logs()::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void rememberAddress(ObjectNode pod) {
        String[] parts = pod.path("status").path("podIP").asText("").split("\\.");
        if (parts.length == 4) {
            int used = Integer.parseInt(parts[2]) * 250 + Integer.parseInt(parts[3]);
            addresses.accumulateAndGet(used, Math::max);
        }
    }

    private String nextAddress() {
        int number = addresses.incrementAndGet();
        return "10.128." + (number / 250) + "." + (number % 250);
    }

    private void changed(StoreEvent event) {
        if (!event.kind().sameResource(Kinds.POD)) {
            return;
        }
        ObjectNode pod = event.object();
        String uid = Meta.uid(pod);
        if (event.type() == StoreEvent.Type.DELETED) {
            gone(pod, uid);
        } else if (Meta.deleting(pod)) {
            delete(pod, uid);
        } else if (!pod.path("spec").path("nodeName").asText("").isEmpty() && !Pods.finished(pod)) {
            workers.computeIfAbsent(uid, key -> started(pod));
        }
    }

    private PodWorker started(ObjectNode pod) {
        String known = pod.path("status").path("podIP").asText("");
        PodWorker worker = new PodWorker(node, puller, pod.deepCopy(), known.isEmpty() ? nextAddress() : known);
        worker.start();
        return worker;
    }

    private void delete(ObjectNode pod, String uid) {
        PodWorker worker =
                workers.computeIfAbsent(uid, key -> new PodWorker(node, puller, pod.deepCopy(), "127.0.0.1"));
        worker.delete();
    }

    private void gone(ObjectNode pod, String uid) {
        PodWorker worker = workers.remove(uid);
        if (worker != null) {
            worker.stop();
        }
        node.logs().forget(uid);
        ports.close(Meta.namespace(pod), Meta.name(pod));
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
        flusher.shutdownNow();
        workers.values().forEach(PodWorker::stop);
        node.logs().flush();
    }
}
