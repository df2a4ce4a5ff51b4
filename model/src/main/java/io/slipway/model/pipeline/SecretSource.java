package io.slipway.model.pipeline;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Literal;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Refusals;
import io.slipway.model.spec.Required;
import io.slipway.model.spec.SecretSyntax;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a secret comes from. The worker resolves it in the activity that needs it. */
@Doc("Where a secret comes from. Expressions name one value as secrets.NAME.KEY.")
@Literal
@OneOf({"kubernetes", "env", "file"})
public record SecretSource(
        @Doc("Name of a Kubernetes Secret in the target's namespace.")
        Optional<String> kubernetes,

        @Doc("Prefix of the worker's environment variables: KEY is read from PREFIX_KEY.")
        Optional<String> env,

        @Doc("Folder on the worker with one file per key.") Optional<String> file,

        @Doc("The keys it has.") @Required List<String> keys) {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public SecretSource {
        kubernetes.ifPresent(name -> SecretSyntax.require(name, keys));
        new Refusals()
                .when(
                        env.filter(prefix -> !VARIABLE.matcher(prefix).matches())
                                .isPresent(),
                        () -> "'" + env.orElse("")
                                + "' is not a valid prefix of an environment variable: use letters, digits and _, and no digit first")
                .raise();
    }
}
