/** What is served: groups, versions, resources, in the legacy form, the aggregated form and as OpenAPI v3. */
package io.slipway.sandbox.api.discovery;
