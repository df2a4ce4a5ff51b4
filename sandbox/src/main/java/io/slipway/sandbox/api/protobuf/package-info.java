/**
 * Reads the few requests kubectl sends as Protocol Buffers and nothing else: reviews, token requests and what {@code
 * kubectl create KIND} makes. Answers are always JSON, which every client accepts.
 */
package io.slipway.sandbox.api.protobuf;
