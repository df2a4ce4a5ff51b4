/** The activities module. */
package io.slipway.activities;
