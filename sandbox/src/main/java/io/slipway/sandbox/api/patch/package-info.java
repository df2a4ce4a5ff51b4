/** The three kinds of patches besides apply: JSON patch, merge patch, strategic merge patch. */
package io.slipway.sandbox.api.patch;
