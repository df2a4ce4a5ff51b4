package io.slipway.worker.wiring;

import io.grpc.StatusRuntimeException;
import io.slipway.workflows.contract.SearchAttributes;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes Slipway's search attributes known to the server; without the right to do so, rollouts run without them. */
final class SearchAttributeRegistration {
    private static final Logger log = LoggerFactory.getLogger(SearchAttributeRegistration.class);

    private SearchAttributeRegistration() {}

    static boolean of(WorkflowClient client) {
        WorkflowServiceStubs service = client.getWorkflowServiceStubs();
        OperatorServiceStubs operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                .setChannel(service.getRawChannel())
                .validateAndBuildWithDefaults());
        AddSearchAttributesRequest.Builder request = AddSearchAttributesRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace());
        SearchAttributes.all()
                .forEach(
                        key -> request.putSearchAttributes(key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        try {
            operator.blockingStub().addSearchAttributes(request.build());
            return true;
        } catch (StatusRuntimeException e) {
            return switch (e.getStatus().getCode()) {
                case ALREADY_EXISTS -> true;
                default -> {
                    log.warn("search attributes are not registered, lists of rollouts show less: {}", e.getMessage());
                    yield false;
                }
            };
        }
    }
}
