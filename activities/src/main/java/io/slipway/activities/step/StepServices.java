package io.slipway.activities.step;

import io.slipway.activities.secrets.Masker;
import io.slipway.activities.store.BlobStore;
import io.slipway.activities.store.JournalStore;
import java.time.Clock;
import java.util.function.Function;

/**
 * What every step of a worker shares.
 *
 * @param targets the clusters by name
 * @param blobs where large results are kept
 * @param journals where events are written
 * @param masker hides the values of secrets
 * @param board what running steps say
 * @param clock for time stamps
 * @param environment the worker's environment variables
 */
public record StepServices(
        Targets targets,
        BlobStore blobs,
        JournalStore journals,
        Masker masker,
        ProgressBoard board,
        Clock clock,
        Function<String, String> environment) {}
