package io.slipway.activities.reach;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.Clusters;
import io.slipway.activities.cluster.access.PodExec;
import io.slipway.activities.cluster.access.PodFinder;
import io.slipway.activities.cluster.access.PodRef;
import io.slipway.activities.cluster.access.ServiceAccess;
import io.slipway.activities.cluster.access.ServicePort;
import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.KubeApi;
import io.slipway.activities.cluster.api.ListQuery;
import io.slipway.activities.cluster.ownership.StepObjects;
import io.slipway.activities.cluster.rights.Calls;
import io.slipway.activities.step.StepContext;
import io.slipway.model.spec.Ref;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A step's ways into its cluster, kept open for the time of the step and shared by its threads. Close it at the end of
 * the step.
 */
public final class Reach implements AutoCloseable {
    private final StepContext context;
    private final Cluster cluster;
    private final ServiceAccess services;
    private final HttpSender http;
    private final PodPorts podPorts;

    private Reach(Cluster cluster, StepContext context) {
        this.context = context;
        this.cluster = cluster;
        this.services = new ServiceAccess(cluster, context.target().inside());
        this.http = new HttpSender(context.target());
        this.podPorts = new PodPorts(cluster);
    }

    /** The ways of a step. */
    public static Reach of(Clusters clusters, StepContext context) {
        return new Reach(clusters.of(context), context);
    }

    /** The same for a plan, whose cluster knows also kinds that are still to come. */
    public static Reach of(Cluster cluster, StepContext context) {
        return new Reach(cluster, context);
    }

    /** The step. */
    public StepContext context() {
        return context;
    }

    /** Its cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /** The cluster's API, for reading. */
    public KubeApi api() {
        return cluster.api().within(context::left);
    }

    /** That namespace, or else the step's own. */
    public String namespace(Optional<String> named) {
        return named.orElseGet(context::namespace);
    }

    /** An object by kind, as kubectl takes it, and name. */
    public Optional<JsonNode> get(String kind, String namespace, String name) throws InterruptedException {
        ApiKind found = cluster.kinds().called(kind);
        return api().get(found, found.namespaced() ? namespace : "", name);
    }

    /** Objects of a kind, as kubectl takes it; an empty selector means all. */
    public List<JsonNode> list(String kind, String namespace, String selector) throws InterruptedException {
        ApiKind found = cluster.kinds().called(kind);
        return api().list(found, found.namespaced() ? namespace : "", ListQuery.labels(selector));
    }

    /**
     * The container that is meant, in the first ready pod.
     *
     * @throws io.slipway.activities.step.StepFailure when no pod is ready
     */
    public PodRef pod(Where where) throws InterruptedException {
        PodFinder finder = new PodFinder(cluster);
        String namespace = context.namespace();
        return where.of().isPresent()
                ? finder.ready(where.of().get(), namespace, where.container())
                : finder.ready(where.selector().orElseThrow(), namespace, where.container());
    }

    /** All pods that are meant, ready or not, the ready ones first. */
    public List<JsonNode> pods(Where where) throws InterruptedException {
        PodFinder finder = new PodFinder(cluster);
        return where.of().isPresent()
                ? finder.pods(where.of().get(), context.namespace())
                : finder.pods(where.selector().orElseThrow(), context.namespace());
    }

    /** What {@link #get} and {@link #list} ask, as the verbs say; nothing for a kind that is not served yet. */
    public Calls callsOn(String kind, String namespace, String... verbs) throws InterruptedException {
        return callsOn(kind, namespace, (found, where) -> Calls.on(found, where, verbs));
    }

    /** What is asked of a kind; nothing when it is not served yet. */
    public Calls callsOn(String kind, String namespace, Calls.OfKind calls) throws InterruptedException {
        return cluster.kinds()
                .perhaps(kind)
                .map(found -> calls.in(found, namespace))
                .orElse(Calls.NONE);
    }

    /** What is asked of all objects of some kinds, and of objects that are named or that steps have brought. */
    public Calls callsOn(List<String> kinds, List<Ref> refs, String namespace, Calls.OfKind calls)
            throws InterruptedException {
        Calls all = Calls.NONE;
        for (String kind : kinds) {
            all = all.and(callsOn(kind, namespace, calls));
        }
        for (Ref ref : refs) {
            all = all.and(
                    ref.isObject()
                            ? callsOn(ref.kind(), namespace, calls)
                            : StepObjects.calls(ref.name(), context, calls));
        }
        return all;
    }

    /** What {@link #pod} and {@link #pods} ask. */
    public Calls callsToFind(Where where) throws InterruptedException {
        return new PodFinder(cluster).calls(where.of(), context.namespace());
    }

    /** What a command in a pod asks. */
    public Calls callsToRun(Where where) throws InterruptedException {
        return callsToFind(where).and(PodExec.calls(cluster, context.namespace()));
    }

    /** What the way to a service asks. */
    public Calls callsToService() throws InterruptedException {
        return ServiceAccess.calls(
                cluster, context.namespace(), context.target().inside());
    }

    /** What the way to a port of a pod asks. */
    public Calls callsToPort(Where where) throws InterruptedException {
        return callsToFind(where)
                .and(
                        context.target().inside()
                                ? Calls.on(Cluster.PODS, context.namespace(), "get")
                                : ServiceAccess.callsToForward(cluster, context.namespace()));
    }

    /** Runs commands in pods. */
    public PodCommands commands() {
        return new PodCommands(this);
    }

    /** Sends HTTP requests. */
    public HttpSender http() {
        return http;
    }

    /**
     * Where a service answers plain HTTP now, as {@code http://host:port}. Ask again before each request.
     *
     * @param service as {@code name:port}
     * @throws io.slipway.activities.step.StepFailure when it is not there or has no ready pod
     */
    public URI service(String service) throws InterruptedException {
        return base(services.address(context.namespace(), ServicePort.parse(service)));
    }

    /** Where a port of a pod answers plain HTTP now; as {@link #service}. */
    public URI podPort(PodRef pod, int port) throws InterruptedException {
        return base(podPorts.address(pod, port, context.target().inside()));
    }

    private static URI base(InetSocketAddress address) {
        String host = address.getHostString();
        return URI.create("http://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    @Override
    public void close() {
        podPorts.close();
        services.close();
        http.close();
    }
}
