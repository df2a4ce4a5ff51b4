package io.slipway.model.check;

import io.slipway.model.action.Build;
import io.slipway.model.action.Deploy;
import io.slipway.model.action.JobForm;
import io.slipway.model.manifest.Manifests;
import io.slipway.model.yaml.YamlList;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Manifests can be read, hold whole objects, and no object is deployed by two steps. */
final class ManifestRule implements Rule {

    @Override
    public void check(CheckContext context) {
        ExpressionCheck expressions = new ExpressionCheck(context);
        ObjectClaims claims = new ObjectClaims(context);
        Map<String, Manifests.ManifestFile> read = new HashMap<>();
        IdentityHashMap<YamlMap, List<YamlMap>> byStep = new IdentityHashMap<>();
        for (Site.File site : context.sites(Site.File.class)) {
            if (holdsManifests(site) && context.files().find(site.scalar().text()) instanceof FileIndex.Paths found) {
                for (String path : found.paths()) {
                    boolean first = !read.containsKey(path);
                    Manifests.ManifestFile file = read.computeIfAbsent(path, name -> read(context, site, name));
                    if (first) {
                        file.problems()
                                .forEach(problem ->
                                        context.problem(ProblemCode.BAD_MANIFEST, problem.place(), problem.message()));
                    }
                    objects(context, expressions, claims, site.where(), file.objects());
                    byStep.computeIfAbsent(site.where().step(), step -> new ArrayList<>())
                            .addAll(file.objects());
                }
            }
        }
        inline(context, claims);
        new SubstituteCheck(context).check(byStep);
    }

    private static boolean holdsManifests(Site.File site) {
        Class<?> block = site.where().block();
        return block == Deploy.class || block == Build.class || isJob(block);
    }

    /** Whether a block holds one object that is named after the step's key. */
    private static boolean isJob(Class<?> block) {
        return block == JobForm.Job.class
                || block == JobForm.SparkApplication.class
                || block == JobForm.FlinkDeployment.class
                || block == JobForm.FlinkSessionJob.class;
    }

    private static Manifests.ManifestFile read(CheckContext context, Site.File site, String path) {
        return FileRule.read(context, site, path)
                .map(bytes -> Manifests.read(path, bytes))
                .orElseGet(() -> new Manifests.ManifestFile(List.of(), List.of()));
    }

    private static void objects(
            CheckContext context,
            ExpressionCheck expressions,
            ObjectClaims claims,
            Where where,
            List<YamlMap> objects) {
        for (YamlMap object : objects) {
            ObjectCheck.check(context, object);
            ManifestExpressions.check(context, expressions, where, object);
            OpenSecrets.check(context, object);
            if (!isJob(where.block())) {
                claims.add(where, object);
            }
        }
    }

    private static void inline(CheckContext context, ObjectClaims claims) {
        for (Site.Plain site : context.sites(Site.Plain.class)) {
            boolean deploy = site.where().block() == Deploy.class;
            boolean job = isJob(site.where().block());
            if (!site.field().key().equals("inline") || (!deploy && !job)) {
                continue;
            }
            List<YamlNode> nodes = site.node() instanceof YamlList list ? list.elements() : List.of(site.node());
            for (YamlNode node : nodes) {
                if (node instanceof YamlMap object) {
                    ObjectCheck.check(context, object);
                    OpenSecrets.check(context, object);
                    if (deploy) {
                        claims.add(site.where(), object);
                    }
                } else {
                    context.problem(
                            ProblemCode.BAD_MANIFEST,
                            node.place(),
                            "a Kubernetes object must be a map, not " + node.describe());
                }
            }
        }
    }
}
