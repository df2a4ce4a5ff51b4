/**
 * Every rule and every named check, made to speak by a scripted fault on the sandbox, through the real engine. The table
 * of {@code docs/faults.md} is made here.
 */
package io.slipway.faults;
