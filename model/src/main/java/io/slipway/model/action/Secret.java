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
@Doc("Makes a Secret, or leaves it alone when it is equal; values never leave the worker.")
@Verb(outputs = Secret.Outputs.class)
public record Secret(
        @Doc("Name of the Secret.") String name,
        @Doc("Namespace; the target's own when left out.") Optional<String> namespace,
        @Doc("Type of the Secret.") @Default("Opaque") String type,
        @Doc("Labels.") Map<String, String> labels,

        @Doc("Keys and where their values come from.") @Required
        Map<String, Value> data,

        @Doc("A truststore made of certificates, under a key of its own.")
        Optional<Truststore> truststore,

        @Doc("A keystore made of a private key and its certificates, under a key of its own.")
        Optional<Keystore> keystore,

        @Doc("Whether generated values are made anew.") @Default("false")
        boolean rotate)
        implements Action {

    /** Where a value comes from. */
    @Doc("Where a value comes from.")
    @ShortForm("value")
    @OneOf({"value", "generate", "from", "file"})
    public record Value(
            @Doc("A secret reference, or a text that is no secret.")
            Optional<String> value,

            @Doc("A random text of so many characters, made once.")
            Optional<Integer> generate,

            @Doc("Another Secret, as name/key.") Optional<String> from,

            @Doc("File of the pipeline's folder; for what is no secret, such as the certificate of an authority.")
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
    @Doc("A truststore. One whose content is the same is left alone.")
    public record Truststore(
            @Doc("Key of the Secret that holds it.") @Default("truststore.jks")
            String key,

            @Doc("Its form.") @Default("jks") StoreType type,
            @Doc("One or more certificates in PEM.") Value certificates,

            @Doc("Key of the same Secret's data with the password.") @Default("truststore-password")
            String password) {}

    /** A private key with its certificates. */
    @Doc("A keystore. One whose content is the same is left alone.")
    public record Keystore(
            @Doc("Key of the Secret that holds it.") @Default("keystore.p12")
            String key,

            @Doc("Its form.") @Default("pkcs12") StoreType type,

            @Doc("The certificate of the key, and those that sign it, in PEM.")
            Value certificates,

            @Doc("The private key in PEM, as PKCS#8.") Value privateKey,

            @Doc("Key of the same Secret's data with the password, of the store and of the key in it.")
            @Default("keystore-password")
            String password) {}

    /** The form of a key or trust store. */
    public enum StoreType {
        @Doc("Java's own.")
        JKS,
        @Doc("PKCS #12.")
        PKCS12
    }

    /** What later steps may use. */
    public record Outputs(
            @Doc("Whether the Secret was made or changed.") boolean changed) {}
}
