/** What a request means: its verb, resource, namespace, name and subresource. */
package io.slipway.sandbox.api.request;
