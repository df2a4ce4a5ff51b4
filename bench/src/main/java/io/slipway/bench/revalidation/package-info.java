/** What it costs to look again at what a large rollout left. */
package io.slipway.bench.revalidation;
