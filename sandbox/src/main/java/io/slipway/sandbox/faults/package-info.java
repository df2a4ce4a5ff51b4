/** Scripted faults: what goes wrong in a rehearsal, and when. */
package io.slipway.sandbox.faults;
