/** The workflows module. */
package io.slipway.workflows;
