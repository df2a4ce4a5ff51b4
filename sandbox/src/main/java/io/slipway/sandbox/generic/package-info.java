/** Images the simulation knows nothing about: scripts run in the small shell, servers listen and answer 200. */
package io.slipway.sandbox.generic;
