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
        "Creates, commits, merges, compares or deletes a branch of a lakeFS repository. Refuses a branch that someone else created; does not repeat what is already done.")
@Verb(outputs = Lakefs.Outputs.class, undo = true)
@OneOf({"create", "commit", "merge", "delete", "diff"})
public record Lakefs(
        @Doc(
                value = "Branch to create; include rollout.id in its name to give each run its own.",
                example = "\"run-${{ rollout.id }}\"")
        Optional<String> create,

        @Doc("Branch to commit.") Optional<String> commit,
        @Doc("Branch to merge.") Optional<String> merge,
        @Doc("Branch to delete, with its content.") Optional<String> delete,
        @Doc("Branch to compare.") Optional<String> diff,

        @Doc("Repository.") String repository,

        @Doc("Branch or commit that a new branch starts from.") @Default("main")
        String source,

        @Doc("Branch to merge into or compare with.") @Default("main")
        String into,

        @Doc("Message of the commit or merge (default: pipeline and rollout).")
        Optional<String> message,

        @Doc("Metadata of the commit or merge.") Map<String, String> metadata,
        @Doc("Address and credentials of lakeFS.") Endpoint endpoint)
        implements Action {
    public Lakefs {
        Refusals refusals = new Refusals();
        for (String branch : List.of(create.orElse("x"), commit.orElse("x"), merge.orElse("x"), delete.orElse("x"))) {
            refusals.when(
                    !branch.matches("\\w[-\\w]*"),
                    () -> "'" + branch + "' is not a valid branch name: use letters, digits, _ and -");
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
    @Doc("Address and credentials of lakeFS.")
    @OneOf({"service", "url"})
    public record Endpoint(
            @Doc(value = "Service in the cluster as name:port.", example = "lakefs:8000")
            Optional<String> service,

            @Doc("Address outside the cluster.") Optional<String> url,
            @Doc("Access key id, as a secret.") String accessKey,
            @Doc("Secret access key, as a secret.") String secretKey,

            @Doc("Whether to verify the server's certificate (HTTPS).") @Default("true")
            boolean verify) {}

    /** What later steps may use. */
    public record Outputs(
            @Doc("The branch.") String branch,

            @Doc("Latest commit of the branch (for merge: of its destination); empty if it was deleted.")
            String commit,

            @Doc("Number of objects committed, merged or different.")
            long changes) {}
}
