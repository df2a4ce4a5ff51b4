package io.slipway.testbed;

import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;

/**
 * Writes the JSON messages of a Kafka topic into an Iceberg table of the Nessie catalog; each checkpoint commits what has come. The file
 * kafka.properties beside its jar describes the client of Kafka.
 */
public final class KafkaToIceberg {
    private KafkaToIceberg() {}

    public static void main(String[] args) throws Exception {
        StreamTableEnvironment tables =
                StreamTableEnvironment.create(StreamExecutionEnvironment.getExecutionEnvironment());
        tables.executeSql("CREATE TEMPORARY TABLE messages (id BIGINT, note STRING) WITH ('connector' = 'kafka',"
                + " 'topic' = 'orders', 'properties.bootstrap.servers' = 'kafka:9093', 'properties.group.id' = 'kafka-to-iceberg',"
                + " 'scan.startup.mode' = 'earliest-offset', 'format' = 'json'" + client() + ")");
        tables.executeSql("CREATE CATALOG iceberg WITH ('type' = 'iceberg',"
                + " 'catalog-impl' = 'org.apache.iceberg.nessie.NessieCatalog', 'uri' = 'http://nessie:19120/api/v2',"
                + " 'client-api-version' = '2', 'ref' = 'main', 'warehouse' = 's3a://lakehouse/')");
        tables.executeSql("CREATE DATABASE IF NOT EXISTS iceberg.streaming");
        tables.executeSql("CREATE TABLE IF NOT EXISTS iceberg.streaming.orders (id BIGINT, note STRING)");
        tables.executeSql("INSERT INTO iceberg.streaming.orders SELECT id, note FROM messages");
    }

    private static String client() throws Exception {
        URI jar = KafkaToIceberg.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(jar).resolveSibling("kafka.properties"))) {
            properties.load(file);
        }
        return properties.stringPropertyNames().stream()
                .map(name -> ", 'properties." + name + "' = '" + properties.getProperty(name).replace("'", "''") + "'")
                .collect(Collectors.joining());
    }
}
