/** The controllers of the simulated cluster: level-triggered, each with its own queue. */
package io.slipway.sandbox.controllers;
