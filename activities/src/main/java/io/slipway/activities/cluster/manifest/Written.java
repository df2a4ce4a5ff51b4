package io.slipway.activities.cluster.manifest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One object as it stands in a file.
 *
 * @param tree the object, expressions not resolved
 * @param place where it stands
 * @param quoted JSON pointers of quoted scalars that hold an expression: they stay texts
 */
record Written(ObjectNode tree, Place place, List<String> quoted) {}
