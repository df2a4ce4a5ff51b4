package io.slipway.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {

    @TempDir
    Path folder;

    @Test
    void everythingIsThereAgain() throws IOException {
        try (ObjectStore store = ObjectStore.open(folder)) {
            store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("a"));
            store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("b"));
            store.mutate(Kinds.CONFIG_MAP, "ns", "a", now -> now.put("x", 1));
            store.delete(Kinds.CONFIG_MAP, "ns", "b", Deletion.BACKGROUND);
        }
        try (ObjectStore store = ObjectStore.open(folder)) {
            assertThat(store.list(Kinds.CONFIG_MAP, "ns"))
                    .singleElement()
                    .satisfies(object -> assertThat(object.path("x").asInt()).isEqualTo(1));
            assertThat(store.version()).isEqualTo(4);
            assertThat(Meta.version(store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("c"))))
                    .isEqualTo(5);
        }
    }

    /** A pod that is stopped interrupts its thread, perhaps while it writes: the store must live on for all others. */
    @Test
    void anInterruptedWriterDoesNotCloseTheStore() throws Exception {
        try (ObjectStore store = ObjectStore.open(folder)) {
            Thread stopped = Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("a"));
            });
            stopped.join();
            store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("b"));
        }
        try (ObjectStore store = ObjectStore.open(folder)) {
            assertThat(store.list(Kinds.CONFIG_MAP, "ns")).hasSize(2);
        }
    }

    @Test
    void aTornLastLineIsCutOff() throws IOException {
        try (ObjectStore store = ObjectStore.open(folder)) {
            store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("a"));
        }
        Files.writeString(
                folder.resolve("journal.jsonl"),
                "{\"v\":2,\"g\":\"\",\"a\":\"v1\",\"k\":\"Conf",
                StandardOpenOption.APPEND);
        try (ObjectStore store = ObjectStore.open(folder)) {
            assertThat(store.version()).isEqualTo(1);
            store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("b"));
        }
        try (ObjectStore store = ObjectStore.open(folder)) {
            assertThat(store.list(Kinds.CONFIG_MAP, "ns")).hasSize(2);
        }
    }

    /** A disk on which there is no room for the last bytes of each line while it is full. */
    private static final class Disk extends RandomAccessFile {
        private boolean full;

        Disk(Path file) throws IOException {
            super(file.toFile(), "rw");
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            super.write(bytes, 0, full ? bytes.length / 2 : bytes.length);
            if (full) {
                throw new IOException("No space left on device");
            }
        }
    }

    @Test
    void aFullDiskLosesOnlyWhatItHadNoRoomFor() throws IOException {
        Disk disk = new Disk(folder.resolve("journal.jsonl"));
        try (ObjectStore store = ObjectStore.keptBy(FileJournal.on(folder, disk))) {
            store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("a"));
            disk.full = true;
            assertThatThrownBy(() -> store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("b")))
                    .hasMessageContaining("journal.jsonl");
            disk.full = false;
            store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("c"));
        }
        try (ObjectStore store = ObjectStore.open(folder)) {
            assertThat(store.list(Kinds.CONFIG_MAP, "ns"))
                    .extracting(Meta::name)
                    .containsExactly("a", "c");
        }
    }

    @Test
    void damageInTheMiddleIsNamed() throws IOException {
        Files.writeString(folder.resolve("journal.jsonl"), "{\"v\":1}\nnot json\n{\"v\":3}\n");
        assertThatThrownBy(() -> ObjectStore.open(folder))
                .cause()
                .hasMessageContaining("journal.jsonl:2: the line is damaged; delete the folder to start afresh");
    }

    @Test
    void aLargeJournalBecomesASnapshot() throws IOException {
        String filling = "x".repeat(1 << 20);
        try (ObjectStore store = ObjectStore.open(folder)) {
            store.create(Kinds.CONFIG_MAP, ObjectStoreTest.object("big"));
            for (int i = 0; i < 40; i++) {
                String text = i + filling;
                store.mutate(Kinds.CONFIG_MAP, "ns", "big", now -> now.put("text", text));
            }
        }
        assertThat(folder.resolve("snapshot.jsonl")).exists();
        assertThat(Files.size(folder.resolve("journal.jsonl"))).isLessThan(20L << 20);
        try (ObjectStore store = ObjectStore.open(folder)) {
            assertThat(store.version()).isEqualTo(41);
            assertThat(store.get(Kinds.CONFIG_MAP, "ns", "big")
                            .orElseThrow()
                            .path("text")
                            .asText())
                    .startsWith("39x");
        }
    }
}
