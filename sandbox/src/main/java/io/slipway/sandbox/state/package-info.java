/** What the simulated applications remember, kept beside the objects so that it survives a restart. */
package io.slipway.sandbox.state;
