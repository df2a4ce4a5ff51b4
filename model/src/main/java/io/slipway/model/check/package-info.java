/** Every mistake of a pipeline at once, each with a code, a place and a suggestion. */
package io.slipway.model.check;
