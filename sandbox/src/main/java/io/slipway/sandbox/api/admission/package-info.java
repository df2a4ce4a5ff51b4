/** What every write goes through, whoever makes it: namespaces that exist, defaults, addresses, validation, quota. */
package io.slipway.sandbox.api.admission;
