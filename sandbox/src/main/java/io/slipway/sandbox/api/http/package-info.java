/** One HTTP request and its answer, as the rooms of the API server see it. */
package io.slipway.sandbox.api.http;
