/** The one way Slipway writes and reads JSON: payloads, blobs, journals. */
package io.slipway.model.json;
