package io.slipway.activities.cluster.inventory;

/**
 * Where an inventory is.
 *
 * @param pipeline the pipeline's name
 * @param namespace namespace of its ConfigMaps
 */
public record InventoryName(String pipeline, String namespace) {
    private static final int LABEL = 63;

    String shard(int number) {
        return base() + "-" + number;
    }

    /** Name of the Secret with the key of the hashes. */
    String key() {
        return base();
    }

    String label() {
        return pipeline.length() <= LABEL
                ? pipeline
                : pipeline.substring(0, LABEL).replaceAll("[^A-Za-z0-9]+$", "");
    }

    private String base() {
        return "slipway-inventory-" + pipeline;
    }
}
