package io.slipway.sandbox.controllers;

/** Names an object in a controller's queue. */
public record Key(String namespace, String name) {}
