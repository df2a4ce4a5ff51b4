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
    @Doc("Spark SQL in a pod with spark-sql.")
    @OneOf({"of", "selector"})
    record SparkSql(
            @Doc("The pod or workload as kind/name.") Optional<Ref> of,
            @Doc("Label selector of the pod.") Optional<String> selector,
            @Doc("Container (default: the first).") Optional<String> container,
            @Doc("Spark properties.") Map<String, String> conf)
            implements SqlEngine {}

    /** A Flink SQL Gateway over its REST API. */
    @Doc("A Flink SQL Gateway; its address alone is enough.")
    @ShortForm("address")
    record Gateway(
            @Doc("Service as name:port, or http://host:port.")
            String address,

            @Doc("Options of the session, such as execution.runtime-mode.")
            Map<String, String> properties,

            @Doc("REST service of the JobManager as name:port, used to find out why a job failed.")
            Optional<String> rest)
            implements SqlEngine {}

    /** A database over JDBC. */
    @Doc("A database over JDBC; its URL alone is enough. The worker needs the driver's jar in its driver folder.")
    @ShortForm("url")
    record Jdbc(
            @Doc(
                    value = "URL of the database; {host} and {port} are replaced with those of the service.",
                    example = "jdbc:postgresql://{host}:{port}/orders")
            String url,

            @Doc("Service of the cluster as name:port, reached like other services.")
            Optional<String> service,

            @Doc("User.") Optional<String> user,
            @Doc("Password, preferably a secret reference.") Optional<String> password,
            @Doc("Properties for the driver.") Map<String, String> properties)
            implements SqlEngine {}
}
