/** What the engine costs on real Temporal servers, beside the bare SDK. */
package io.slipway.bench.temporal;
