package io.slipway.cli;

import io.slipway.cli.system.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code slipway --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"slipway " + Build.current().version()};
    }
}
