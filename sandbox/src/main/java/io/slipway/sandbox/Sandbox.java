package io.slipway.sandbox;

import io.slipway.sandbox.api.ApiBackend;
import io.slipway.sandbox.api.ApiFaults;
import io.slipway.sandbox.api.AuditLog;
import io.slipway.sandbox.api.admission.AdmissionChain;
import io.slipway.sandbox.api.server.ApiServer;
import io.slipway.sandbox.lifecycle.Lifecycle;
import io.slipway.sandbox.store.KindRegistry;
import io.slipway.sandbox.store.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A simulated cluster inside the JVM: the API server of Kubernetes 1.32 on a loopback port, its store, and whatever
 * extensions make it behave. It says of itself that it is a simulation.
 */
public final class Sandbox implements AutoCloseable {

    private final ObjectStore store;
    private final AuditLog audit;
    private final Lifecycle lifecycle;
    private final ApiServer server;
    private final List<SandboxExtension> extensions;
    private final ApiFaults faults;
    private final String token;

    private Sandbox(Parts parts, Lifecycle lifecycle, ApiServer server, List<SandboxExtension> extensions) {
        this.store = parts.store();
        this.audit = parts.audit();
        this.faults = parts.faults();
        this.token = parts.keys().adminToken();
        this.lifecycle = lifecycle;
        this.server = server;
        this.extensions = extensions;
    }

    /** What exists before anything runs. */
    private record Parts(ObjectStore store, KindRegistry kinds, AuditLog audit, ApiFaults faults, ApiServer.Keys keys) {

        static Parts of(Optional<Path> folder) throws IOException {
            ObjectStore store =
                    folder.isPresent() ? ObjectStore.open(folder.get().resolve("store")) : ObjectStore.inMemory();
            AuditLog audit = folder.isPresent()
                    ? AuditLog.appendingTo(folder.get().resolve("audit.jsonl"))
                    : AuditLog.inMemory();
            store.admission(new AdmissionChain());
            return new Parts(store, new KindRegistry(), audit, new ApiFaults(), SandboxKeys.of(folder));
        }

        void close() {
            store.close();
            audit.close();
        }
    }

    /**
     * Starts a sandbox. When it returns, all extensions have started and requests are answered.
     *
     * @param options where it is kept, its port, its pace and its extensions
     * @return the running sandbox
     * @throws IOException when the folder cannot be used or the port is taken
     */
    public static Sandbox start(SandboxOptions options) throws IOException {
        Parts parts = Parts.of(options.folder());
        try {
            return start(parts, options);
        } catch (IOException | RuntimeException failure) {
            parts.close();
            throw failure;
        }
    }

    private static Sandbox start(Parts parts, SandboxOptions options) throws IOException {
        RunningContext context = new RunningContext(parts.store(), parts.kinds(), parts.faults(), options);
        ApiBackend backend = new ApiBackend(
                parts.store(), parts.kinds(), context::runtime, context::served, parts.faults(), parts.audit());
        ApiServer server = ApiServer.open(backend, parts.keys(), options.port());
        context.apiUrl(server.url());
        Lifecycle lifecycle = Lifecycle.start(parts.store(), parts.kinds());
        Sandbox sandbox = new Sandbox(parts, lifecycle, server, extensions(options));
        try {
            sandbox.extensions.forEach(extension -> extension.start(context));
            server.start();
            return sandbox;
        } catch (IOException | RuntimeException failure) {
            sandbox.close();
            throw failure;
        }
    }

    private static List<SandboxExtension> extensions(SandboxOptions options) {
        List<SandboxExtension> extensions = new ArrayList<>(options.extensions());
        if (options.discover()) {
            ServiceLoader.load(SandboxExtension.class, Sandbox.class.getClassLoader())
                    .forEach(extensions::add);
        }
        return extensions;
    }

    /**
     * Where the API answers.
     *
     * @return such as {@code http://127.0.0.1:40123}
     */
    public URI apiUrl() {
        return server.url();
    }

    /**
     * The bearer token that may do everything.
     *
     * @return the token; a sandbox in a folder keeps it
     */
    public String token() {
        return token;
    }

    /**
     * A kubeconfig for kubectl and other clients.
     *
     * @return YAML with one context, {@code slipway-sandbox}
     */
    public String kubeconfig() {
        return Kubeconfig.of(apiUrl(), token);
    }

    /**
     * The objects.
     *
     * @return the store
     */
    public ObjectStore store() {
        return store;
    }

    /**
     * Every request so far.
     *
     * @return the audit log
     */
    public AuditLog audit() {
        return audit;
    }

    /**
     * The faults of the API server.
     *
     * @return where to add faults
     */
    public ApiFaults faults() {
        return faults;
    }

    /** Stops everything, the last started first. What was written stays in the folder. */
    @Override
    public void close() {
        server.close();
        extensions.reversed().forEach(SandboxExtension::close);
        lifecycle.close();
        store.close();
        audit.close();
    }
}
