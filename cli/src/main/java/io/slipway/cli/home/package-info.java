/** What is kept on disk: journals, blobs and reports under {@code .slipway/}. */
package io.slipway.cli.home;
