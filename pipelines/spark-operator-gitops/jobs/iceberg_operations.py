"""Makes, fills and reads an Iceberg table in Nessie."""
from pyspark.sql import SparkSession

spark = SparkSession.builder.appName("iceberg-operations").getOrCreate()
spark.sql("CREATE NAMESPACE IF NOT EXISTS nessie.trial")
spark.sql("CREATE TABLE IF NOT EXISTS nessie.trial.operations (id BIGINT, name STRING) USING iceberg")
spark.sql("INSERT INTO nessie.trial.operations VALUES (1, 'first'), (2, 'second')")
spark.sql("SELECT * FROM nessie.trial.operations").show()
spark.stop()
