package io.slipway.activities.cluster.failure;

/**
 * A rule of fast failure in words, for the documentation.
 *
 * @param name its name
 * @param sign where it looks, and for which reason and message
 * @param patience none, grace or long
 * @param cause what it says, with words in braces
 * @param fix what it says to do
 */
public record RuleText(String name, String sign, String patience, String cause, String fix) {}
