/** Releases as Helm keeps them: a Secret for each revision. */
package io.slipway.activities.helm.release;
