package io.slipway.model.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.model.expr.SecretPath;
import io.slipway.model.expr.Template;
import io.slipway.model.yaml.YamlMap;
import io.slipway.model.yaml.YamlScalar;

/** Values of secrets that would be readable in the cluster, in objects of which most may be read by anybody. */
final class OpenSecrets {
    private OpenSecrets() {}

    static void check(CheckContext context, YamlMap object) {
        String kind = object.scalar("kind").map(YamlScalar::text).orElse("");
        if (!kind.equals("Secret")) {
            JsonNode secrets = context.section("secrets").json();
            object.forEachScalar(scalar -> Template.of(scalar.text())
                    .whole()
                    .flatMap(code -> SecretPath.of(code.source(), secrets))
                    .ifPresent(secret -> context.problem(
                            ProblemCode.SECRET_IN_THE_OPEN,
                            scalar.place(),
                            "the value of '" + secret.secret() + "." + secret.key()
                                    + "' would be in plain text in this "
                                    + (kind.isEmpty() ? "object" : kind)
                                    + ": put it into a Secret (verb 'secret') and refer to that here")));
        }
    }
}
