/** The verbs of the API on stored objects: get, list, watch, create, update, patch, apply, delete, scale. */
package io.slipway.sandbox.api.resource;
