/** The router: admits Routes and answers them over real TLS on loopback. */
package io.slipway.sandbox.router;
