package io.slipway.model.check;

/**
 * What a kind of problem means.
 *
 * @param title in a few words
 * @param explanation why it is a problem and what to do
 * @param wrong an example that has it
 * @param right the example without it
 */
public record ProblemDoc(String title, String explanation, String wrong, String right) {}
