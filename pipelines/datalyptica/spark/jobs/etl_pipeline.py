"""Daily counts of events, from one Iceberg table into another.

Reads iceberg.analytics.events (id, ts) and keeps iceberg.analytics.daily_events (day, events, distinct_ids) up to date.
Running it again for the same days changes nothing: the days found are merged over what was there.

    spark-submit s3a://lakehouse/jobs/etl_pipeline.py [--since YYYY-MM-DD] [--source TABLE] [--target TABLE]
"""

import argparse
import datetime
import sys

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

SOURCE = "iceberg.analytics.events"
TARGET = "iceberg.analytics.daily_events"


def arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Daily counts of events.")
    parser.add_argument("--source", default=SOURCE, help="table to read")
    parser.add_argument("--target", default=TARGET, help="table to keep up to date")
    parser.add_argument("--since", type=datetime.date.fromisoformat, help="first day that is counted; all days if left out")
    return parser.parse_args(argv)


def daily_counts(events: DataFrame, since: datetime.date | None) -> DataFrame:
    """One row a day. Events without a time cannot be counted to a day and are left out."""
    timed = events.where(f.col("ts").isNotNull()).withColumn("day", f.to_date("ts"))
    if since is not None:
        timed = timed.where(f.col("day") >= f.lit(since))
    return timed.groupBy("day").agg(f.count("*").alias("events"), f.countDistinct("id").alias("distinct_ids"))


def merge(spark: SparkSession, counts: DataFrame, target: str) -> None:
    spark.sql(
        f"CREATE TABLE IF NOT EXISTS {target} (day DATE, events BIGINT, distinct_ids BIGINT) "
        "USING iceberg PARTITIONED BY (months(day))"
    )
    counts.createOrReplaceTempView("counts")
    spark.sql(
        f"MERGE INTO {target} t USING counts c ON t.day = c.day "
        "WHEN MATCHED THEN UPDATE SET t.events = c.events, t.distinct_ids = c.distinct_ids "
        "WHEN NOT MATCHED THEN INSERT (day, events, distinct_ids) VALUES (c.day, c.events, c.distinct_ids)"
    )


def main(argv: list[str]) -> int:
    args = arguments(argv)
    spark = SparkSession.builder.appName("etl-pipeline").getOrCreate()
    try:
        spark.sparkContext.setLocalProperty("spark.scheduler.pool", "production")
        if not spark.catalog.tableExists(args.source):
            print(f"etl-pipeline: table {args.source} does not exist; make it first", file=sys.stderr)
            return 1
        counts = daily_counts(spark.table(args.source), args.since).cache()
        merge(spark, counts, args.target)
        print(f"etl-pipeline: {counts.count()} days written to {args.target}")
        return 0
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
