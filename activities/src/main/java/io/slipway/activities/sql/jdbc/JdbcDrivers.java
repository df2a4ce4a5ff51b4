package io.slipway.activities.sql.jdbc;

import io.slipway.activities.step.StepFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Drivers for databases: those on the worker's class path, and the jars of a folder. Slipway ships none. */
public final class JdbcDrivers {
    private static final String VARIABLE = "SLIPWAY_DRIVERS";

    private final Path folder;
    private List<Driver> known;

    /** Drivers of a folder, which need not exist. */
    public JdbcDrivers(Path folder) {
        this.folder = folder;
    }

    /** The folder that the environment names by {@code SLIPWAY_DRIVERS}, or {@code .slipway/drivers}. */
    public static JdbcDrivers standard() {
        return new JdbcDrivers(Path.of(System.getenv().getOrDefault(VARIABLE, ".slipway/drivers")));
    }

    /**
     * The driver that takes a URL.
     *
     * @throws StepFailure when there is none
     */
    Driver of(String url) {
        for (Driver driver : all()) {
            try {
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            } catch (SQLException wrong) {
                throw StepFailure.permanent(
                        JdbcSession.shown(url) + " is not a database URL",
                        wrong.getMessage(),
                        "see the driver's manual");
            }
        }
        throw StepFailure.permanent(
                "no JDBC driver of this worker accepts " + JdbcSession.shown(url),
                "drivers are loaded from the class path and from " + folder,
                "put the driver's jar into the folder that " + VARIABLE
                        + " names, on every worker, or correct the URL");
    }

    private synchronized List<Driver> all() {
        if (known == null) {
            known = load();
        }
        return known;
    }

    // The loader is not closed: drivers load classes as long as the worker lives.
    private List<Driver> load() {
        ClassLoader loader = new URLClassLoader("jdbc-drivers", jars(), JdbcDrivers.class.getClassLoader());
        List<Driver> drivers = new ArrayList<>();
        ServiceLoader.load(Driver.class, loader).forEach(drivers::add);
        return List.copyOf(drivers);
    }

    private URL[] jars() {
        if (!Files.isDirectory(folder)) {
            return new URL[0];
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> jars = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(file.toUri().toURL());
            }
            return jars.toArray(URL[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder of JDBC drivers cannot be read: " + folder, unreadable);
        }
    }
}
