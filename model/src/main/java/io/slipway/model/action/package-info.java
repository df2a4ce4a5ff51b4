/** The verbs: what a step can do, one record each, and the probes that checks ask. */
package io.slipway.model.action;
