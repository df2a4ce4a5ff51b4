/** Images of Kafka: a broker with the topics and the clients that its environment names, and the command line tool for topics. */
package io.slipway.sandbox.kafka;
