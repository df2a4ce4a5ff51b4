package libcore.io;

/**
 * Empty. Protobuf looks for a class of this name, and for {@code org.robolectric.Robolectric}, to tell Android from everything
 * else: with both of them it goes on as it does with neither. Looking for classes that are not there opens every library,
 * which costs a short command some 50 ms (decision 12).
 */
final class Memory {
    private Memory() {}
}
