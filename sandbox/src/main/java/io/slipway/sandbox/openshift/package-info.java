/** OpenShift's own machinery: builds, image streams, routes, projects. */
package io.slipway.sandbox.openshift;
