/** From a chart and values to objects, by Helm's own template engine. */
package io.slipway.activities.helm.render;
