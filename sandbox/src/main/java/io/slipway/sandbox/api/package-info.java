/**
 * What the API server needs from others and offers to them: the runtime of pods, scripted faults, the audit log. The
 * rooms of the server itself are the packages below this one.
 */
package io.slipway.sandbox.api;
