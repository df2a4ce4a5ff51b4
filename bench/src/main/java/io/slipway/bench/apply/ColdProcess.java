package io.slipway.bench.apply;

import io.slipway.bench.bed.Lab;
import io.slipway.bench.bed.Program;
import java.io.IOException;
import java.util.Map;

/**
 * {@code slipway run} from the shell: a JVM, a Temporal server in it, the rollout, its report.
 *
 * @param slipway the command
 * @param files the objects
 */
record ColdProcess(Program slipway, ObjectFiles files) implements Tool {
    static ColdProcess of(Lab lab, ObjectFiles files) {
        Map<String, String> environment = Map.of(
                "SLIPWAY_NO_BUILD", "1", "KUBECONFIG", lab.bed().kubeconfig().toString());
        return new ColdProcess(new Program(lab.slipway(), environment, lab.work()), files);
    }

    @Override
    public String name() {
        return "slipway, cold process";
    }

    @Override
    public double apply(String namespace) throws IOException, InterruptedException {
        return slipway.seconds(
                "run", files.pipeline().toString(), "--target", Lab.TARGET, "-p", "namespace=" + namespace, "--yes");
    }
}
