package io.slipway.worker.wiring;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.slipway.workflows.contract.SearchAttributes;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.client.WorkflowClient;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Slipway's search attributes known to the server. Without the right to do so it says which are missing and how
 * an administrator makes them; rollouts then run without any.
 *
 * @param missing those that the server still does not know
 */
record SearchAttributeRegistration(Set<String> missing) {
    private static final Logger log = LoggerFactory.getLogger(SearchAttributeRegistration.class);

    static SearchAttributeRegistration on(WorkflowClient client) {
        OperatorServiceBlockingStub operator = OperatorServiceStubs.newServiceStubs(
                        OperatorServiceStubsOptions.newBuilder()
                                .setChannel(client.getWorkflowServiceStubs().getRawChannel())
                                .validateAndBuildWithDefaults())
                .blockingStub();
        String namespace = client.getOptions().getNamespace();
        Set<String> missing = missing(operator, namespace);
        if (missing.isEmpty() || added(operator, namespace, missing)) {
            return new SearchAttributeRegistration(Set.of());
        }
        log.warn(
                "lists of rollouts in Temporal show less: namespace {} has no search attributes {}. Create them with: {}",
                namespace,
                String.join(", ", missing),
                command(namespace, missing));
        return new SearchAttributeRegistration(missing);
    }

    boolean known() {
        return missing.isEmpty();
    }

    private static Set<String> missing(OperatorServiceBlockingStub operator, String namespace) {
        Set<String> wanted = SearchAttributes.all().stream()
                .map(SearchAttributeKey::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        try {
            wanted.removeAll(operator.listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                            .setNamespace(namespace)
                            .build())
                    .getCustomAttributesMap()
                    .keySet());
        } catch (StatusRuntimeException e) {
            // no right to look, or a server that cannot say: adding them tells
            log.debug("search attributes cannot be listed: {}", e.getMessage());
        }
        return wanted;
    }

    private static boolean added(OperatorServiceBlockingStub operator, String namespace, Set<String> missing) {
        AddSearchAttributesRequest.Builder request =
                AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
        missing.forEach(name -> request.putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        try {
            operator.addSearchAttributes(request.build());
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.ALREADY_EXISTS) {
                return true;
            }
            log.warn("search attributes cannot be registered: {}", e.getMessage());
            return false;
        }
    }

    /** What an administrator types. */
    static String command(String namespace, Set<String> missing) {
        List<String> names = missing.stream()
                .map(name -> "--name " + name + " --type Keyword")
                .toList();
        return "temporal operator search-attribute create --namespace " + namespace + " " + String.join(" ", names);
    }
}
