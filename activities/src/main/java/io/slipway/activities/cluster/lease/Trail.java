package io.slipway.activities.cluster.lease;

/**
 * Where a holder is carried out, left in the Lease for those who are refused.
 *
 * @param place the server or process, for people; empty when it was not left
 * @param follow the command that follows the holder; empty when it was not left
 */
public record Trail(String place, String follow) {}
