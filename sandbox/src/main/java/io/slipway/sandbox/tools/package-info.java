/** Network programs of simulated images: curl, wget, nc, nslookup, getent. */
package io.slipway.sandbox.tools;
