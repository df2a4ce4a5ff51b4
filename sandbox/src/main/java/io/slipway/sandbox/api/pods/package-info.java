/** What the API server passes on to pods: logs, exec, port-forward, the proxies, eviction and binding. */
package io.slipway.sandbox.api.pods;
