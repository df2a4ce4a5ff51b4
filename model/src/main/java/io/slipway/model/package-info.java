/** The model module. */
package io.slipway.model;
