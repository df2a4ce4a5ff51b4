/**
 * What happened: the events of a rollout and the state they add up to. The workflow keeps the state, the worker writes
 * the events to its journal, and a resumed rollout starts from them.
 */
package io.slipway.model.journal;
