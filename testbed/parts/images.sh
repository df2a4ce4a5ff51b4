# shellcheck shell=bash
# The images of the guide's platform. Nothing runs here: they are built, and pushed to the registry.

images_build() {
  image_base
  image_spark
  image_flink
  image_maven
  image_builder
  image_minio
  image_nessie
}

images_up() {
  push_image apache-spark apache/spark:3.5.7-scala2.12-java17-python3-ubuntu
  push_image apache-flink apache/flink:1.20.0-scala_2.12-java17
  push_image maven library/maven:3.9.11-eclipse-temurin-17
  push_image builder testbed/builder:1
  push_image minio testbed/minio:1
  push_image nessie testbed/nessie:1
}

images_ready() { curl -sf "http://$NODE_IP:5000/v2/testbed/nessie/tags/list"; }
images_down() { :; }
