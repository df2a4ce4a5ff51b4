/** The verb {@code lakefs}: branches of a lakeFS repository. */
package io.slipway.activities.lakefs;
