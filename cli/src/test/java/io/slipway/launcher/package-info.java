/** The script that starts Slipway. */
package io.slipway.launcher;
