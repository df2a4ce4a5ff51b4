/** What an engine is told before it starts. */
package io.slipway.worker.settings;
