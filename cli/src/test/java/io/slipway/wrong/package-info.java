/** Every wrong use gets one clear line, the right exit code, and changes nothing. */
package io.slipway.wrong;
