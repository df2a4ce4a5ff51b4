package io.slipway.cli.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rollout of which a home knows: by its journal, or only by what it has kept of one that it started on a server.
 *
 * @param id its id
 * @param server what carries it out, unless it is over or a process of this home does
 */
public record KnownRollout(String id, Optional<UsedServer.Named> server) {
    /**
     * The rollout that was typed.
     *
     * @return one of that id without a server when there is none
     * @throws io.slipway.cli.error.CliException when more than one fits
     */
    public static KnownRollout find(Home home, String typed) throws IOException {
        List<String> journals = home.journals().rollouts();
        List<String> ids = Stream.concat(journals.stream(), folders(home).stream())
                .distinct()
                .toList();
        String kept = TypedId.find(Home.asKept(typed), ids).orElse(typed);
        if (!ids.contains(kept)) {
            return new KnownRollout(typed, Optional.empty());
        }
        String id = journals.contains(kept) ? home.rollout(kept) : kept;
        boolean over =
                journals.contains(kept) && home.journals().journal(id).status().closed();
        return new KnownRollout(id, over ? Optional.empty() : new UsedServer(home, id).named());
    }

    private static List<String> folders(Home home) throws IOException {
        Path all = home.rollouts();
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(UsedServer::isNotedIn)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }
}
