package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Required;
import io.slipway.model.spec.SecretSyntax;
import io.slipway.model.spec.ShortForm;
import io.slipway.model.spec.Verb;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a Kubernetes Secret from references, or leaves it alone when it is equal. Values never leave the worker.
 *
 * <pre>{@code
 * secret:
 *   name: minio-credentials
 *   data: { root-user: "${{ secrets.minio.user }}", root-password: { generate: 32 } }
 * }</pre>
 */
@Doc("Creates or updates a Secret; values never leave the worker.")
@Verb(outputs = Secret.Outputs.class, undo = true)
public record Secret(
        @Doc("Name of the Secret.") String name,
        @Doc("Namespace (default: the target's).") Optional<String> namespace,
        @Doc("Type of the Secret.") @Default("Opaque") String type,
        @Doc("Labels.") Map<String, String> labels,

        @Doc("Keys and the sources of their values.") @Required
        Map<String, Value> data,

        @Doc("A truststore created from certificates, under its own key.")
        Optional<Truststore> truststore,

        @Doc("A keystore created from a private key and its certificates, under its own key.")
        Optional<Keystore> keystore,

        @Doc("Whether to regenerate generated values.") @Default("false")
        boolean rotate)
        implements Action {

    /** Where a value comes from. */
    @Doc("Source of a value.")
    @ShortForm("value")
    @OneOf({"value", "generate", "from", "file"})
    public record Value(
            @Doc("A secret reference, or a text that is not secret.")
            Optional<String> value,

            @Doc("A random text of this many characters, generated once.")
            Optional<Integer> generate,

            @Doc("Another Secret, as name/key.") Optional<String> from,

            @Doc("File in the pipeline's folder; only for what is not secret, such as a CA certificate.")
            Optional<FilePath> file) {
        private static final int LONGEST = 4096;

        public Value {
            if (generate.isPresent() && (generate.get() < 1 || generate.get() > LONGEST)) {
                throw new IllegalArgumentException(
                        "'generate' must be from 1 to " + LONGEST + ", but is " + generate.get());
            }
            from.flatMap(SecretSyntax::fromProblem).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
        }
    }

    /** Certificates that are trusted. */
    @Doc("A truststore. It is left unchanged if its content is the same.")
    public record Truststore(
            @Doc("Key of the Secret under which to store it.") @Default("truststore.jks")
            String key,

            @Doc("Format.") @Default("jks") StoreType type,
            @Doc("One or more certificates in PEM.") Value certificates,

            @Doc("Key of the same Secret with the password.") @Default("truststore-password")
            String password) {}

    /** A private key with its certificates. */
    @Doc("A keystore. It is left unchanged if its content is the same.")
    public record Keystore(
            @Doc("Key of the Secret under which to store it.") @Default("keystore.p12")
            String key,

            @Doc("Format.") @Default("pkcs12") StoreType type,

            @Doc("The certificate of the key, followed by those that sign it, in PEM.")
            Value certificates,

            @Doc("The private key in PEM, as PKCS#8.") Value privateKey,

            @Doc("Key of the same Secret with the password of the store and of its private key.")
            @Default("keystore-password")
            String password) {}

    /** The form of a key or trust store. */
    public enum StoreType {
        @Doc("Java's own format (JKS).")
        JKS,
        @Doc("PKCS #12.")
        PKCS12
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Whether the Secret was created or changed.")
            boolean changed) {}
}
