package io.slipway.sandbox.api;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The kubelet's side of the API: logs, exec, connections and usage of pods. The server checks that the pod and the
 * container exist in the store and who may ask; the runtime knows what runs in them.
 */
public interface PodRuntime {

    /** Runs nothing: no logs, exec fails, no port answers. */
    PodRuntime NONE = new PodRuntime() {};

    /**
     * The log of a container.
     *
     * @param container which container
     * @param previous the log of the instance before the last restart
     * @return the log, empty when there is none (yet)
     */
    default Optional<ContainerLog> log(ContainerRef container, boolean previous) {
        return Optional.empty();
    }

    /**
     * Runs a command in a container and returns when it ends.
     *
     * @param container which container
     * @param call the command and its streams
     * @return the exit code
     * @throws InterruptedException when the client went away
     * @throws io.slipway.sandbox.store.StatusException when the container cannot run commands
     */
    default int exec(ContainerRef container, ExecCall call) throws InterruptedException {
        call.print("exec is not simulated for this container\n");
        return 126;
    }

    /**
     * Where a port of a pod is really listened on: a loopback address, for port-forward and for the proxy of pods and
     * services.
     *
     * @param namespace the pod's namespace
     * @param pod the pod's name
     * @param port the container's port
     * @return the address of a server in this JVM, empty when nothing listens on that port
     */
    default Optional<InetSocketAddress> connect(String namespace, String pod, int port) {
        return Optional.empty();
    }

    /**
     * What the containers of a pod use now, for {@code kubectl top}.
     *
     * @param namespace the pod's namespace
     * @param pod the pod's name
     * @return a figure for each container, empty when nothing is known (yet)
     */
    default List<ContainerUsage> usage(String namespace, String pod) {
        return List.of();
    }
}
