/** What steps that look at or work in a cluster share for their time: commands in pods, services, HTTP. */
package io.slipway.activities.reach;
