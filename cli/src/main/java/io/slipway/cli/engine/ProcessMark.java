package io.slipway.cli.engine;

import io.slipway.activities.cluster.lease.Standing;
import io.slipway.activities.cluster.lease.Trail;
import io.slipway.worker.groups.ServerMark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The embedded server of this process, as concurrency groups know it. */
final class ProcessMark implements ServerMark, AutoCloseable {
    private final String name;
    private final HeldFile file;
    private final HomeServers home;

    ProcessMark(String name, HeldFile file, HomeServers home) {
        this.name = name;
        this.file = file;
        this.home = home;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Trail trail(String rollout) {
        return new Trail("process " + ProcessHandle.current().pid() + " on " + host(), "slipway watch " + rollout);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }

    @Override
    public Standing standing(String otherServer) {
        return home.standing(otherServer);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
