package io.slipway.model.check;

import io.slipway.model.action.Helm;
import io.slipway.model.yaml.Dialect;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import java.util.Optional;

/** Files of values for charts can be read, and their expressions are right at the step that gives them. */
final class HelmValuesRule implements Rule {
    @Override
    public void check(CheckContext context) {
        ExpressionCheck expressions = new ExpressionCheck(context);
        for (Site.File site : context.sites(Site.File.class)) {
            if (site.where().block() == Helm.class
                    && site.field().key().equals("values")
                    && context.files().find(site.scalar().text()) instanceof FileIndex.Paths found) {
                for (String path : found.paths()) {
                    values(context, site, path)
                            .ifPresent(node -> ManifestExpressions.check(context, expressions, site.where(), node));
                }
            }
        }
    }

    private static Optional<YamlNode> values(CheckContext context, Site.File site, String path) {
        Optional<YamlFile> file =
                FileRule.read(context, site, path).map(bytes -> YamlReader.readAll(path, bytes, Dialect.KUBECTL));
        file.ifPresent(read -> read.problems()
                .forEach(problem -> context.problem(ProblemCode.BAD_MANIFEST, problem.place(), problem.message())));
        Optional<YamlNode> root =
                file.flatMap(YamlFile::root).filter(node -> !node.json().isNull());
        root.filter(node -> !(node instanceof YamlMap))
                .ifPresent(node -> context.problem(
                        ProblemCode.BAD_MANIFEST, node.place(), "chart values must be a map, not " + node.describe()));
        return root;
    }
}
