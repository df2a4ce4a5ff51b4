package io.slipway.activities.cluster.ready;

import java.util.List;

/**
 * Where a wait stands.
 *
 * @param items all objects that are waited for
 */
record Assessment(List<Item> items) {
    Assessment {
        items = List.copyOf(items);
    }

    long readyCount() {
        return items.stream().filter(Item::ready).count();
    }

    boolean allReady() {
        return !items.isEmpty() && items.stream().allMatch(Item::ready);
    }

    List<Item> unready() {
        return items.stream().filter(item -> !item.ready()).toList();
    }

    /** {@code 2 of 3 ready; waiting for deployment/x: 1 of 2 replicas available}. */
    String text() {
        if (items.isEmpty()) {
            return "no such object yet";
        }
        List<Item> left = unready();
        String count = readyCount() + " of " + items.size() + " ready";
        if (left.isEmpty()) {
            return count;
        }
        return count + "; waiting for " + goesOn(left.getFirst().waitingFor())
                + (left.size() == 1 ? "" : " and " + (left.size() - 1) + " more");
    }

    /** Without the full stop of a controller's message, since the sentence goes on here and where this is quoted. */
    private static String goesOn(String reason) {
        return reason.endsWith(".") && !reason.endsWith("..") ? reason.substring(0, reason.length() - 1) : reason;
    }

    /** Changes whenever something moved. */
    int fingerprint() {
        return items.stream().map(Item::fingerprint).toList().hashCode();
    }
}
