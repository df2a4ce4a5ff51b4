package io.slipway.sandbox.flink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.sandbox.kube.RandomNames;
import io.slipway.sandbox.state.SimulatorState;
import io.slipway.sandbox.workloads.Container;
import io.slipway.sandbox.workloads.Services;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One session cluster: its TaskManagers, its jobs, and the threads that move them while a JobManager leads. */
final class FlinkCluster {
    private final String key;
    private final Services services;
    private final SimulatorState state;
    private final Map<String, TaskManager> taskManagers = new ConcurrentHashMap<>();
    private final Map<String, FlinkJob> jobs = new ConcurrentHashMap<>();
    private final Map<String, Thread> runners = new ConcurrentHashMap<>();
    private volatile Leader leader;
    private volatile Workers workers;

    /** Makes TaskManagers for slots that jobs wait for, where Flink itself does so. */
    @FunctionalInterface
    interface Workers {
        /** There must be so many slots in all. */
        void ask(int slots);
    }

    /** The JobManager that leads now. */
    record Leader(Container container, FlinkConfig config) {}

    FlinkCluster(String key, Services services, SimulatorState state) {
        this.key = key;
        this.services = services;
        this.state = state;
        for (String document : state.keys(key + "/")) {
            state.read(document).map(FlinkJob::fromJson).ifPresent(job -> jobs.put(job.id(), job));
        }
    }

    /** A JobManager takes over: jobs that have not ended go on. */
    void lead(Leader next) {
        leader = next;
        jobs.values().stream().filter(job -> !job.status().terminal()).forEach(this::run);
    }

    /** Nothing tells of its jobs any more. */
    void forget() {
        jobs.keySet().forEach(job -> state.remove(key + "/" + job));
        jobs.clear();
    }

    /** The JobManager is gone: nothing moves until another one leads. */
    void unlead(Container container) {
        Leader now = leader;
        if (now != null && now.container().podUid().equals(container.podUid())) {
            leader = null;
            taskManagers.clear();
            runners.values().forEach(Thread::interrupt);
            runners.clear();
        }
    }

    /** From now on TaskManagers are made on demand. */
    void workers(Workers maker) {
        workers = maker;
    }

    Optional<Workers> workers() {
        return Optional.ofNullable(workers);
    }

    /** The version of the JobManager that leads. */
    String version() {
        return leader().map(Leader::container).map(FlinkImage::version).orElse("");
    }

    Optional<Leader> leader() {
        return Optional.ofNullable(leader);
    }

    Services services() {
        return services;
    }

    void register(TaskManager taskManager) {
        taskManagers.put(taskManager.container().podUid(), taskManager);
    }

    void unregister(Container container) {
        taskManagers.remove(container.podUid());
    }

    boolean knows(Container container) {
        return taskManagers.containsKey(container.podUid());
    }

    List<TaskManager> taskManagers() {
        return taskManagers.values().stream()
                .sorted(Comparator.comparing(TaskManager::id))
                .toList();
    }

    List<FlinkJob> jobs() {
        return jobs.values().stream()
                .sorted(Comparator.comparingLong(FlinkJob::start).thenComparing(FlinkJob::id))
                .toList();
    }

    boolean hasJob(String id) {
        return jobs.containsKey(id);
    }

    FlinkJob job(String id) throws FlinkRefusal {
        FlinkJob job = jobs.get(id);
        if (job == null) {
            throw FlinkRefusal.unknownJob(id);
        }
        return job;
    }

    int slots() {
        return taskManagers().stream().mapToInt(TaskManager::slots).sum();
    }

    int freeSlots() {
        int used = jobs.values().stream()
                .filter(job -> job.status() == JobStatus.RUNNING)
                .mapToInt(FlinkJob::parallelism)
                .sum();
        return Math.max(0, slots() - used);
    }

    /** Takes the slots a job needs; false when they are not free. */
    synchronized boolean occupy(FlinkJob job) {
        boolean enough = freeSlots() >= job.parallelism();
        if (!enough) {
            workers().ifPresent(maker -> maker.ask(slots() - freeSlots() + job.parallelism()));
        }
        return enough && job.moveTo(JobStatus.RUNNING);
    }

    /** @param jobId the id wished for, empty for a random one */
    synchronized FlinkJob submit(FlinkProgram program, int parallelism, String jobId) throws FlinkRefusal {
        String id = jobId.isEmpty() ? RandomNames.hex(32) : jobId;
        if (!id.matches("[0-9a-f]{32}")) {
            throw new FlinkRefusal(400, "Failed to parse JobID: '" + id + "' is not 32 hexadecimal digits");
        }
        if (jobs.containsKey(id)) {
            throw new FlinkRefusal(
                    500,
                    "org.apache.flink.runtime.client.DuplicateJobSubmissionException: Job has already been submitted.");
        }
        FlinkJob job = new FlinkJob(id, program, parallelism);
        jobs.put(id, job);
        save(job);
        run(job);
        return job;
    }

    private void run(FlinkJob job) {
        runners.computeIfAbsent(
                job.id(), id -> Thread.ofVirtual().name("flink-job " + id).start(() -> new JobRunner(this, job).run()));
    }

    /** Stops the thread of a job that was ended from outside. */
    void halt(FlinkJob job) {
        Thread runner = runners.remove(job.id());
        if (runner != null) {
            runner.interrupt();
        }
        save(job);
    }

    void save(FlinkJob job) {
        ObjectNode json = job.toJson();
        state.write(key + "/" + job.id(), json);
    }

    /** Writes to the JobManager's log. */
    void log(String line) {
        leader().ifPresent(now -> services.logs()
                .append(
                        now.container().namespace(),
                        now.container().podName(),
                        now.container().name(),
                        line));
    }

    /** Writes to the log of a TaskManager. */
    void logOutput(List<String> lines) {
        taskManagers().stream()
                .findFirst()
                .map(TaskManager::container)
                .ifPresent(container -> lines.forEach(line ->
                        services.logs().append(container.namespace(), container.podName(), container.name(), line)));
    }
}
