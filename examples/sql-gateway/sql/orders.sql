-- A source that ends, so that its job does too.
CREATE TABLE orders (
    id BIGINT,
    item STRING,
    amount DECIMAL(10, 2)
) WITH (
    'connector' = 'datagen',
    'fields.id.kind' = 'sequence',
    'fields.id.start' = '1',
    'fields.id.end' = '${LAST}'
);

CREATE TABLE archive (id BIGINT, item STRING) WITH ('connector' = 'blackhole');

INSERT INTO archive SELECT id, item FROM orders; -- a job, followed to its end

SELECT id, item FROM orders;
