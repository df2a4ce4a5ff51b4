/** The schedules that a pipeline asks for, as Temporal Schedules. */
package io.slipway.worker.schedule;
