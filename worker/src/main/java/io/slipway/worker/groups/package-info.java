/** Who this engine's Temporal server is to concurrency groups, and what it knows of their holders. */
package io.slipway.worker.groups;
