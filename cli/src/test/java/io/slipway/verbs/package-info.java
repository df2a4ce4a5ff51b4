/** What each verb does, seen in the journal and at the API server: the same rows in the sandbox and on a real cluster. */
package io.slipway.verbs;
