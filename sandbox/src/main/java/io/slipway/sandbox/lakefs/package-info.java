/**
 * A stand-in for a lakeFS server, made from its published API: repositories, branches, commits, differences, merges,
 * objects by the API and, as a server of its own, by an S3 gateway. There is no Iceberg catalog, no user management, and no
 * paging.
 */
package io.slipway.sandbox.lakefs;
