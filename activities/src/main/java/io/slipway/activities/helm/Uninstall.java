package io.slipway.activities.helm;

import io.slipway.activities.cluster.manifest.RenderedManifests;
import io.slipway.activities.cluster.removal.Doomed;
import io.slipway.activities.helm.hook.Hook;
import io.slipway.activities.helm.release.History;
import io.slipway.activities.helm.release.Release;
import io.slipway.activities.helm.release.ReleaseStore;
import io.slipway.activities.helm.release.Status;
import io.slipway.activities.step.Done;
import io.slipway.model.action.Helm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a release away, with its history. What the chart says to keep, and definitions, stay. */
final class Uninstall {
    private final ReleaseStep step;
    private final ReleaseStore store;

    Uninstall(ReleaseStep step) {
        this.step = step;
        this.store = step.store();
    }

    Done run() throws InterruptedException {
        History history = store.load();
        Helm.Outputs outputs = new Helm.Outputs(0, Status.UNINSTALLED.word());
        if (history.last().isEmpty()) {
            return Done.of("there is no release " + step.helm().release(), outputs);
        }
        Release last = history.last().get();
        List<Hook> hooks = hooks(last);
        store.save(last.is(Status.UNINSTALLING, "Deletion in progress"));
        step.hooks("pre-delete", hooks);
        List<Doomed> gone = objects(history);
        step.objects().remove(gone);
        step.hooks("post-delete", hooks);
        // the newest last: while it is there, a successor still finds the release
        for (Release each : history.revisions()) {
            store.delete(each);
        }
        return Done.of("release " + last.name() + " uninstalled: " + gone.size() + " deleted", outputs);
    }

    /** What the last revision has, and what runs if that is another one. */
    List<Doomed> objects(History history) throws InterruptedException {
        List<Doomed> gone = new ArrayList<>();
        for (Optional<Release> each : List.of(history.last(), history.deployed())) {
            if (each.isPresent()) {
                gone.addAll(step.objects().gone(ReleaseObjects.of(each.get()), List.of()));
            }
        }
        return gone.stream().distinct().toList();
    }

    private static List<Hook> hooks(Release release) {
        return release.hooks().stream()
                .flatMap(hook -> {
                    String text = hook.path("manifest").asText("");
                    String path = hook.path("path").asText("");
                    return RenderedManifests.read(release.display(), text).stream()
                            .flatMap(object -> Hook.of(path, text, object).stream());
                })
                .toList();
    }
}
