package org.robolectric;

/**
 * Empty. Protobuf looks for a class of this name, and for {@code libcore.io.Memory}, to tell Android from everything
 * else: with both of them it goes on as it does with neither. Looking for classes that are not there opens every library,
 * which costs a short command some 50 ms (decision 12).
 */
final class Robolectric {
    private Robolectric() {}
}
