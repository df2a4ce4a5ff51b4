/**
 * Rules for kinds as data: {@code packs/*.yaml} beside this package.
 *
 * <p>To add a kind, add an entry to the file it belongs to:
 *
 * <pre>{@code
 * - kinds: [example.com/Widget]
 *   rules:
 *     - failed: { Ready: False(*Error) }
 *     - ready: { Ready: True, status.phase: Running }
 * }</pre>
 *
 * <p>The first rule whose tests all hold counts; when none does, the object is progressing. A name with a lower-case
 * first word {@code spec}, {@code status} or {@code metadata} is a path, any other the type of a condition.
 */
package io.slipway.activities.cluster.readiness.pack;
