"""Sees that Spark reads and writes the bucket: a table of ten rows, written as Parquet and read back."""
from pyspark.sql import SparkSession

spark = SparkSession.builder.appName("s3-integration-test").getOrCreate()
path = spark.sparkContext.getConf().get("spark.slipway.path", "s3a://iceberg-test/s3-integration-test")
spark.range(10).write.mode("overwrite").parquet(path)
rows = spark.read.parquet(path).count()
assert rows == 10, f"wrote 10 rows, read {rows}"
print(f"s3 integration test: {rows} rows")
spark.stop()
