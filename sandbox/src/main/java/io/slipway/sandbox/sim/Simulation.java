package io.slipway.sandbox.sim;

import io.slipway.sandbox.SandboxContext;
import io.slipway.sandbox.SandboxExtension;
import io.slipway.sandbox.api.ApiFaults;
import io.slipway.sandbox.api.PodRuntime;
import io.slipway.sandbox.controllers.AutoscalerController;
import io.slipway.sandbox.controllers.ClaimController;
import io.slipway.sandbox.controllers.Controller;
import io.slipway.sandbox.controllers.ControllerManager;
import io.slipway.sandbox.controllers.DaemonSetController;
import io.slipway.sandbox.controllers.DeploymentController;
import io.slipway.sandbox.controllers.DisruptionController;
import io.slipway.sandbox.controllers.EndpointsController;
import io.slipway.sandbox.controllers.EphemeralVolumeController;
import io.slipway.sandbox.controllers.JobController;
import io.slipway.sandbox.controllers.ReplicaSetController;
import io.slipway.sandbox.controllers.Scheduler;
import io.slipway.sandbox.controllers.ScriptedDamage;
import io.slipway.sandbox.controllers.StatefulSetController;
import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.flinkoperator.FlinkDeploymentController;
import io.slipway.sandbox.flinkoperator.FlinkSessionJobController;
import io.slipway.sandbox.flux.FluxController;
import io.slipway.sandbox.flux.FluxKind;
import io.slipway.sandbox.kubelet.SimNode;
import io.slipway.sandbox.openshift.BuildConfigController;
import io.slipway.sandbox.openshift.BuildController;
import io.slipway.sandbox.openshift.BuildFailures;
import io.slipway.sandbox.openshift.BuildStatus;
import io.slipway.sandbox.openshift.ImageStreamController;
import io.slipway.sandbox.openshift.OpenShiftSubresources;
import io.slipway.sandbox.openshift.ProjectController;
import io.slipway.sandbox.router.GatewayController;
import io.slipway.sandbox.router.HttpRouteController;
import io.slipway.sandbox.router.IngressController;
import io.slipway.sandbox.router.RouteController;
import io.slipway.sandbox.router.Router;
import io.slipway.sandbox.spark.SparkOperatorController;
import io.slipway.sandbox.store.ObjectStore;
import io.slipway.sandbox.store.Subscription;
import io.slipway.sandbox.tools.NetworkTools;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the sandbox's cluster move: nodes, controllers, OpenShift, and the images the guides use. */
public final class Simulation implements SandboxExtension {
    private final SimulationOptions options;
    private Faults faults = Faults.none();
    private ApiFaults apiFaults;
    private SimNode node;
    private ControllerManager controllers;
    private Subscription leftovers;
    private Router router;

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
        apiFaults = context.faults();
        ApiFaultScripts.arm(options.faults(), apiFaults);
        new ClusterSeed(store).plant();
        options.platformNamespace().ifPresent(namespace -> new PlatformSeed(store, namespace).plant());
        node = new SimNode(store, context.clock(), faults, NetworkTools::new, Workloads::all);
        router = new Router(node.services());
        router.publish(store);
        controllers = new ControllerManager(store, context.clock(), controllers(context));
        context.podRuntime(node.runtime());
        context.subresources(new OpenShiftSubresources(store));
        leftovers = store.subscribe(new Leftovers(store)::on);
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
        all.add(new EphemeralVolumeController(store));
        all.add(new EndpointsController(store, faults));
        all.add(new DisruptionController(store));
        all.add(new AutoscalerController(store));
        all.add(new ScriptedDamage(store, faults));
        all.add(new BuildConfigController(store));
        BuildStatus builds = new BuildStatus(store, new BuildFailures(store, faults), node::lastLines);
        all.add(new BuildController(store, builds, faults));
        all.add(new ImageStreamController(store, faults));
        all.add(new ProjectController(store));
        all.add(new RouteController(store, faults));
        all.add(new IngressController(store));
        all.add(new GatewayController(store));
        all.add(new HttpRouteController(store));
        all.add(new SparkOperatorController(store));
        all.add(new FlinkDeploymentController(store, node.services().network()));
        all.add(new FlinkSessionJobController(store, node.services().network()));
        Arrays.stream(FluxKind.values()).forEach(kind -> all.add(new FluxController(store, context.kinds(), kind)));
        return all;
    }

    /**
     * Adds faults while the cluster runs; controllers look at every object again.
     *
     * @throws io.slipway.sandbox.faults.FaultSyntaxException when one cannot be read
     */
    public void strike(List<String> scripts) {
        List<Fault> added = Faults.parse(scripts);
        added.forEach(faults::add);
        ApiFaultScripts.arm(added, apiFaults);
        controllers.lookAgain();
    }

    /** Takes all faults away; what they broke mends as far as controllers mend it. */
    public void heal() {
        faults.clear();
        apiFaults.clear();
        controllers.lookAgain();
    }

    /** The faults, to add to or clear while the sandbox runs. */
    public Faults faults() {
        return faults;
    }

    /** Logs, exec and connections of the simulated pods, as the API server uses them. */
    public PodRuntime runtime() {
        return node.runtime();
    }

    /** Where the hosts of Routes and Ingresses are answered. */
    public Router router() {
        return router;
    }

    @Override
    public void close() {
        if (router != null) {
            router.close();
        }
        if (leftovers != null) {
            leftovers.close();
        }
        if (controllers != null) {
            controllers.close();
        }
        if (node != null) {
            node.close();
        }
    }
}
