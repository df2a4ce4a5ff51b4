/**
 * Reads YAML into a tree whose every key and value knows its line and column. Bounded: files above 1 MB, nesting above
 * 64 and aliases that multiply are refused with a place.
 */
package io.slipway.model.yaml;
