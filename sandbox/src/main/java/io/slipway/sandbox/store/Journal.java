package io.slipway.sandbox.store;

/** Where the changes of a store are kept beyond the life of the process. Guarded by the store's lock. */
interface Journal extends AutoCloseable {

    /** Keeps nothing. */
    Journal NONE = new Journal() {
        @Override
        public long restore(Shelves shelves) {
            return 0;
        }

        @Override
        public void append(StoreEvent event) {}

        @Override
        public void compactWhenLarge(Shelves shelves, long version) {}

        @Override
        public void close() {}
    };

    /** Puts what was kept on the shelves; returns the last version. */
    long restore(Shelves shelves);

    /** Keeps a change. After it returns, the change survives the end of the process. */
    void append(StoreEvent event);

    /** Writes a snapshot when the journal has grown well beyond what it describes. */
    void compactWhenLarge(Shelves shelves, long version);

    @Override
    void close();
}
