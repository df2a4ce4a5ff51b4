package io.slipway.sandbox.sim;

import io.slipway.sandbox.SandboxContext;
import io.slipway.sandbox.SandboxExtension;
import io.slipway.sandbox.controllers.AutoscalerController;
import io.slipway.sandbox.controllers.ClaimController;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.ControllerManager;
import io.slipway.sandbox.controllers.DaemonSetController;
import io.slipway.sandbox.controllers.DeploymentController;
import io.slipway.sandbox.controllers.DisruptionController;
import io.slipway.sandbox.controllers.EndpointsController;
import io.slipway.sandbox.controllers.JobController;
import io.slipway.sandbox.controllers.ReplicaSetController;
import io.slipway.sandbox.controllers.Scheduler;
import io.slipway.sandbox.controllers.StatefulSetController;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.kubelet.SimNode;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.tools.NetworkTools;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes the sandbox's cluster move: nodes, controllers, OpenShift, and the images the guides use. */
public final class Simulation implements SandboxExtension {
    private final SimulationOptions options;
    private Faults faults = Faults.none();
    private SimNode node;
    private ControllerManager controllers;

    /** The standard simulation, as {@link java.util.ServiceLoader} finds it. */
    public Simulation() {
        this(SimulationOptions.standard());
    }

    public Simulation(SimulationOptions options) {
        this.options = options;
    }

    @Override
    public void start(SandboxContext context) {
        ObjectStore store = context.store();
        faults = new Faults(
                options.faults(), InstantSource.system(), context.clock().pace());
        ApiFaultScripts.arm(options.faults(), context.faults());
        new ClusterSeed(store).plant();
        node = new SimNode(store, context.clock(), faults, NetworkTools::new, Workloads::all);
        controllers = new ControllerManager(store, context.clock(), controllers(context));
        context.podRuntime(node.runtime());
        controllers.start();
        node.start();
    }

    private List<Controller> controllers(SandboxContext context) {
        ObjectStore store = context.store();
        List<Controller> all = new ArrayList<>();
        all.add(new DeploymentController(store, context.clock()));
        all.add(new ReplicaSetController(store, faults));
        all.add(new StatefulSetController(store, faults));
        all.add(new DaemonSetController(store, faults));
        all.add(new JobController(store, context.clock(), faults));
        all.add(new Scheduler(store, faults));
        all.add(new ClaimController(store, faults));
        all.add(new EndpointsController(store, faults));
        all.add(new DisruptionController(store));
        all.add(new AutoscalerController(store));
        return all;
    }

    /** The faults, to add to or clear while the sandbox runs. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        if (controllers != null) {
            controllers.close();
        }
        if (node != null) {
            node.close();
        }
    }
}
