/**
 * A stand-in for a lakeFS server, made from its published API: repositories, branches, commits, differences, merges, and
 * objects by the API. There is no S3 gateway, no Iceberg catalog, no user management, and no paging.
 */
package io.slipway.sandbox.lakefs;
