package io.slipway.model.pipeline;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.FilePath;
import io.slipway.model.spec.Literal;

/** The written guide that a pipeline carries out. */
@Doc("The written guide that the pipeline implements.")
public record Guide(
        @Doc("Its title.") @Literal String title,

        @Doc("Index of its sections and numbered commands.") FilePath sections) {}
