-- The guide's table with a schema in Avro, and one in JSON. Nothing is read: only what the gateway knows is asked.
CREATE TABLE orders_avro (
    order_id STRING,
    customer_id STRING,
    order_amount DECIMAL(10, 2),
    order_timestamp TIMESTAMP(3),
    WATERMARK FOR order_timestamp AS order_timestamp - INTERVAL '30' SECOND
) WITH (
    'connector' = 'kafka',
    'topic' = 'orders',
    'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'avro'
);

CREATE TABLE orders_json (order_id STRING) WITH (
    'connector' = 'kafka',
    'topic' = 'orders',
    'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'json'
);

EXPLAIN SELECT order_id FROM orders_avro;
