package io.slipway.sandbox.api.apply;

/** What server-side apply must know about the value at a path. */
interface FieldType {

    /** The type of a field of an object. */
    FieldType field(String name);

    /** The type of the items of a list. */
    FieldType item();

    /** How a list here is owned. */
    ListShape list();

    /** Whether an object here is owned as a whole. */
    boolean atomicObject();

    /** Whether an object here has entries that no schema names, each of them owned by itself. */
    boolean open();

    /** Whether the server's own types always have this field, so that nobody adds it. */
    boolean alwaysThere();
}
