/** Objects as a step's own: claimed in the inventory, applied, recorded as facts, and taken back again. */
package io.slipway.activities.cluster.ownership;
