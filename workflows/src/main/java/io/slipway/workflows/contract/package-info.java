/** What the workflow and the activities say to each other: interfaces and their records. New fields are optional. */
package io.slipway.workflows.contract;
