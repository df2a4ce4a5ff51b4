package io.slipway.model.action;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Ref;
import io.slipway.model.spec.ShortForm;
import java.util.Map;
import java.util.Optional;

/** What runs SQL statements. */
public sealed interface SqlEngine {

    /** Spark SQL in a pod that has it. */
    @Doc("Spark SQL in a pod that has spark-sql.")
    @OneOf({"of", "selector"})
    record SparkSql(
            @Doc("The pod or workload as kind/name.") Optional<Ref> of,
            @Doc("Label selector of the pod.") Optional<String> selector,
            @Doc("Container; the first when left out.") Optional<String> container,
            @Doc("Spark properties.") Map<String, String> conf)
            implements SqlEngine {}

    /** A Flink SQL Gateway over its REST API. */
    @Doc("A Flink SQL Gateway; also written as its address alone.")
    @ShortForm("address")
    record Gateway(
            @Doc("Service as name:port, or http://host:port.")
            String address,

            @Doc("Options of the session, such as execution.runtime-mode.")
            Map<String, String> properties,

            @Doc("REST service of the JobManager as name:port, asked why a job failed.")
            Optional<String> rest)
            implements SqlEngine {}

    /** A database over JDBC. */
    @Doc(
            "A database over JDBC; also written as its URL alone. The driver's jar lies in the worker's folder of drivers.")
    @ShortForm("url")
    record Jdbc(
            @Doc(
                    value = "URL of the database; {host} and {port} stand for the service's.",
                    example = "jdbc:postgresql://{host}:{port}/orders")
            String url,

            @Doc("Service of the cluster as name:port, reached as other services are.")
            Optional<String> service,

            @Doc("User.") Optional<String> user,
            @Doc("Password, best as a secret reference.") Optional<String> password,
            @Doc("Properties for the driver.") Map<String, String> properties)
            implements SqlEngine {}
}
