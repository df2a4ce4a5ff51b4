/** Where the logs of the libraries go. Nothing is set up before the first of them logs. */
package io.slipway.cli.logging;
