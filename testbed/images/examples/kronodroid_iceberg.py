"""Stands for the job of the guide on lakeFS, whose code the guide does not give: it reads the raw samples from MinIO, counts
them by family, and leaves an Iceberg table on the lakeFS branch that it is told.

    kronodroid_iceberg.py --branch NAME

The environment names servers, keys and repository as the guide's manifest does. The catalog is Iceberg's own of folders, on
the branch, by lakeFS's S3 gateway: what stands for lakeFS on the test bed has no REST catalog.
"""

import argparse
import os

from pyspark.sql import SparkSession
from pyspark.sql.functions import count, max as most

RAW = "s3a://dlt-data/kronodroid/raw"


def session(repository, branch):
    builder = SparkSession.builder.appName(f"kronodroid on {branch}")
    for bucket, keys in (("dlt-data", "MINIO"), (repository, "LAKEFS")):
        builder = builder.config(f"spark.hadoop.fs.s3a.bucket.{bucket}.access.key", os.environ[f"{keys}_ACCESS_KEY_ID"])
        builder = builder.config(f"spark.hadoop.fs.s3a.bucket.{bucket}.secret.key", os.environ[f"{keys}_SECRET_ACCESS_KEY"])
    return (
        builder.config("spark.sql.catalog.branch", "org.apache.iceberg.spark.SparkCatalog")
        .config("spark.sql.catalog.branch.type", "hadoop")
        .config("spark.sql.catalog.branch.warehouse", f"s3a://{repository}/{branch}/iceberg")
        .getOrCreate()
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--branch", required=True)
    branch = parser.parse_args().branch
    spark = session(os.environ["LAKEFS_REPOSITORY"], branch)
    raw = spark.read.option("header", True).csv(RAW)
    families = raw.groupBy("family").agg(count("*").alias("samples"), most("seen").alias("last_seen"))
    # A table of such a catalog names its files by address, the branch's name with them. One that came along from another branch would
    # be replaced where it was, and that branch may be gone.
    spark.sql("DROP TABLE IF EXISTS branch.kronodroid.families")
    families.writeTo("branch.kronodroid.families").using("iceberg").create()
    written = spark.table("branch.kronodroid.families")
    print(f"kronodroid: {raw.count()} samples of {written.count()} families on branch {branch}")
    spark.stop()


if __name__ == "__main__":
    main()
