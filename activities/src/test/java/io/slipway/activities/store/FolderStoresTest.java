package io.slipway.activities.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderStoresTest extends StoresContract {
    @TempDir
    Path state;

    @Override
    protected Stores open() {
        return Stores.in(state);
    }
}
