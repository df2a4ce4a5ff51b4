package io.slipway.model.action;

import io.slipway.model.spec.Default;
import io.slipway.model.spec.Doc;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Refusals;
import io.slipway.model.spec.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works with the branches of a lakeFS repository.
 *
 * <pre>{@code
 * lakefs: { create: "run-${{ rollout.id }}", source: main, repository: lake, endpoint: { service: "lakefs:8000", accessKey: "${{ secrets.lakefs.access_key }}", secretKey: "${{ secrets.lakefs.secret_key }}" } }
 * lakefs: { merge: "run-${{ rollout.id }}", into: main, repository: lake, endpoint: { ... } }
 * }</pre>
 */
@Doc(
        "Makes, commits, merges, compares or deletes a branch of a lakeFS repository. A branch that somebody else made is refused; what is done already is not done again.")
@Verb(outputs = Lakefs.Outputs.class)
@OneOf({"create", "commit", "merge", "delete", "diff"})
public record Lakefs(
        @Doc(
                value = "Branch to make; with the rollout's id in its name each run has its own.",
                example = "\"run-${{ rollout.id }}\"")
        Optional<String> create,

        @Doc("Branch whose changes are committed.") Optional<String> commit,
        @Doc("Branch to merge.") Optional<String> merge,
        @Doc("Branch to delete, with what is on it.") Optional<String> delete,
        @Doc("Branch to compare.") Optional<String> diff,

        @Doc("Repository.") String repository,

        @Doc("What a new branch starts from: a branch or commit.") @Default("main")
        String source,

        @Doc("What is merged into, or compared with.") @Default("main")
        String into,

        @Doc("Message of the commit or merge; pipeline and rollout when left out.")
        Optional<String> message,

        @Doc("Metadata of the commit or merge.") Map<String, String> metadata,
        @Doc("Where lakeFS is, and who asks.") Endpoint endpoint)
        implements Action {
    public Lakefs {
        Refusals refusals = new Refusals();
        for (String branch : List.of(create.orElse("x"), commit.orElse("x"), merge.orElse("x"), delete.orElse("x"))) {
            refusals.when(
                    !branch.matches("\\w[-\\w]*"),
                    () -> "'" + branch + "' is no name of a branch: it takes letters, digits, _ and -");
        }
        refusals.when(merge.filter(into::equals).isPresent(), () -> "'" + into + "' cannot be merged into itself")
                .raise();
    }

    /** The branch that is worked with. */
    public String branch() {
        return create.or(() -> commit)
                .or(() -> merge)
                .or(() -> delete)
                .or(() -> diff)
                .orElseThrow();
    }

    /** Where lakeFS is, and who asks. */
    @Doc("Where lakeFS is, and who asks.")
    @OneOf({"service", "url"})
    public record Endpoint(
            @Doc(value = "Service in the cluster as name:port.", example = "lakefs:8000")
            Optional<String> service,

            @Doc("Address outside the cluster.") Optional<String> url,
            @Doc("Access key id, as a secret.") String accessKey,
            @Doc("Secret access key, as a secret.") String secretKey,

            @Doc("Whether the certificate of a https address must be trusted.") @Default("true")
            boolean verify) {}

    /** What later steps may use. */
    public record Outputs(
            @Doc("The branch.") String branch,

            @Doc("The commit that the branch, or for merge its destination, is at; empty when it was deleted.")
            String commit,

            @Doc("How many objects were committed, merged or are different.")
            long changes) {}
}
