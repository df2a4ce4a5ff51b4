/** OpenShift's image streams: where objects refer to them, what fills their tags, and what they hold. */
package io.slipway.activities.cluster.images;
