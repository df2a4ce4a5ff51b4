/**
 * Every rule of fast failure and diagnosis, made to speak by a scripted fault on the sandbox, through the real engine. The
 * tables of {@code docs/faults.md} are made here.
 */
package io.slipway.faults;
