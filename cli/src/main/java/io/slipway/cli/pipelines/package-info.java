/** Pipelines as the command line names them: a folder or file, and the values of its parameters. */
package io.slipway.cli.pipelines;
